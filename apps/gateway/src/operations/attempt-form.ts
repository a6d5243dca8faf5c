import type { ModelPrice } from '@showrunner/models';
import { httpOperationOf, type EncodedUpload, type FormField, type HttpProviderAdapter } from '@showrunner/providers';
import type { Answer } from '../exchange/answer/answer.ts';
import type { Attempt } from '../exchange/attempt.ts';
import type { Deployment } from '../exchange/deployment/deployment.ts';
import type { OutgoingRequest, Transports } from '../exchange/transports.ts';
import type { FormRequest } from '../exchange/asked/uploaded-form.ts';
import type { FormWire } from '../wires/form-wire.ts';
import { attemptMedia } from './attempt-media.ts';
import { callOf } from './call-of.ts';

/** The kinds of call whose requests are forms. */
export type FormKind = 'transcriptions' | 'translations' | 'edits' | 'variations';

/** Attempts at such a kind: sends the form to one deployment once. Rejects with a `ProviderError`. */
export function attemptForm(
  kind: FormKind,
  priceOf?: (deployment: Deployment, request: FormRequest) => ModelPrice | undefined,
) {
  return (attempt: Attempt, request: FormRequest, wire: FormWire, transports: Transports): Promise<Answer> =>
    attemptMedia<FormRequest>({
      encode: () => encode(attempt, request, wire, kind),
      comesInPieces: ({ stream }) => stream === true,
      ...(priceOf && { priceOf }),
    })(attempt, request, wire, transports);
}

function encode(
  attempt: Attempt,
  request: FormRequest,
  wire: FormWire,
  kind: FormKind,
): { vendor: HttpProviderAdapter; outgoing: OutgoingRequest } {
  const { vendor, operation } = httpOperationOf(attempt.deployment.adapter, kind);
  const encoded: EncodedUpload = operation.encode(callOf(attempt, request));
  const { contentType, body } = request.form.outgoing({
    fields: [...encoded.fields, ...added(request)],
    onward: (field) => (wire.isSent(field[0]) ? encoded.onward(field) : undefined),
  });
  const headers = { ...encoded.headers, 'content-type': contentType };
  return { vendor, outgoing: { url: encoded.url, method: encoded.method, headers, body } };
}

/** What the deployment says in its caller's place. */
function added({ form, model: _model, ...members }: FormRequest): FormField[] {
  const said = new Set(form.fields.map(([name]) => name));
  return Object.entries(members).flatMap(([name, value]): FormField[] =>
    said.has(name) || !isScalar(value) ? [] : [[name, String(value)]],
  );
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
