import { MemberReview } from '../kit/request/member-review.ts';
import type { ProviderCall } from '../spec/call.ts';
import type { FormField, PassedOperation, UploadOperation } from '../spec/upload.ts';
import { encodeOpenAiJson, type MemberDialect } from './json-request.ts';
import { openAiHeaders, openAiUrl, type OpenAiVendor } from './openai-vendor.ts';

type Members = Readonly<Record<string, unknown>>;

/** A kind of call that OpenAI has at `path`, whose answer passes on as it comes. */
export function openAiPassed(
  vendor: OpenAiVendor,
  path: string,
  dialect: MemberDialect = {},
): PassedOperation<ProviderCall<Members>> {
  return Object.freeze({ encode: (call) => encodeOpenAiJson(vendor, path, call, dialect) } satisfies PassedOperation<
    ProviderCall<Members>
  >);
}

/** A kind of call that OpenAI has at `path`, whose request is a form with files. */
export function openAiUpload(
  vendor: OpenAiVendor,
  path: string,
  { unsupported = [], renamed = {} }: MemberDialect = {},
): UploadOperation<ProviderCall<Members>> {
  return Object.freeze({
    encode(call) {
      const review = new MemberReview(vendor, call);
      for (const member of unsupported) {
        if (call.request[member] !== undefined) review.leaveOut(member, 'it is not supported');
      }
      const { 'content-type': _json, ...headers } = openAiHeaders(vendor, call);
      return {
        url: openAiUrl(vendor, path, call),
        method: 'POST',
        headers,
        fields: [['model', call.model]],
        onward: (field) => onward(field, unsupported, renamed),
        warnings: review.conclude(),
      };
    },
  } satisfies UploadOperation<ProviderCall<Members>>);
}

function onward(
  [name, value]: FormField,
  unsupported: readonly string[],
  renamed: Readonly<Record<string, string>>,
): FormField | undefined {
  // The vendor's own name of the model stands in front of all.
  if (name === 'model' || unsupported.includes(name)) return undefined;
  return [renamed[name] ?? name, value];
}
