import { randomUUID } from 'node:crypto';
import { readFinishReason } from '../kit/finish-reason.ts';
import { asObject, asObjects, asString, type JsonObject } from '../kit/json.ts';
import { MemberReview, leaveOut } from '../kit/request/member-review.ts';
import { readJsonAnswer } from '../kit/read-json-answer.ts';
import { serialiseBody } from '../kit/request/serialise-body.ts';
import type { EncodedRequest } from '../spec/call.ts';
import type { CompletionsCall, HttpCompletions, TextChoice, TextCompletion } from '../spec/operations/completions.ts';
import { openAiHeaders, openAiUrl, type OpenAiVendor } from './openai-vendor.ts';
import { readAnyUsage } from './read-usage.ts';
import { requestBody } from './request-body.ts';

/** How one vendor's completions differ from OpenAI's own. */
export interface OpenAiCompletionsDialect {
  /** Request members that the vendor refuses. */
  readonly unsupported?: readonly string[];
  /** See `HttpCompletions`. Default: false. */
  readonly refusesChatModels?: boolean;
}

/** Completions of a vendor that speaks OpenAI's wire, out of what differs. */
export function openAiCompletions(vendor: OpenAiVendor, dialect: OpenAiCompletionsDialect = {}): HttpCompletions {
  return Object.freeze({
    wire: 'openai',
    refusesChatModels: dialect.refusesChatModels ?? false,
    encode: (call) => encode(vendor, dialect, call),
    decode: (body, call) => decode(vendor, body, call),
  } satisfies HttpCompletions);
}

function encode(vendor: OpenAiVendor, dialect: OpenAiCompletionsDialect, call: CompletionsCall): EncodedRequest {
  const review = new MemberReview(vendor, call);
  const body = requestBody(call);
  // The gateway hides the usage of streams from callers that did not ask for it.
  if (body.stream === true) body.stream_options = { ...asObject(body.stream_options), include_usage: true };
  else body.stream_options = undefined;
  for (const member of dialect.unsupported ?? []) leaveOut(body, member, 'it is not supported', review);
  return {
    url: openAiUrl(vendor, '/completions', call),
    method: 'POST',
    headers: openAiHeaders(vendor, call),
    body: serialiseBody(vendor, body),
    warnings: review.conclude(),
  };
}

function decode(vendor: OpenAiVendor, body: Uint8Array, call: CompletionsCall): TextCompletion {
  const answer = readJsonAnswer(
    vendor,
    body,
    ({ choices, error }) => asObjects(choices).length > 0 && !asObject(error),
  );
  const usage = readAnyUsage(answer.usage);
  return {
    id: asString(answer.id) ?? `cmpl-${randomUUID()}`,
    object: 'text_completion',
    created: typeof answer.created === 'number' ? answer.created : Math.floor(Date.now() / 1000),
    model: asString(answer.model) ?? call.model,
    choices: asObjects(answer.choices).map(readChoice),
    ...(usage && { usage }),
  };
}

function readChoice(choice: JsonObject, position: number): TextChoice {
  return {
    index: typeof choice.index === 'number' ? choice.index : position,
    text: asString(choice.text) ?? '',
    logprobs: choice.logprobs ?? null,
    finish_reason: readFinishReason(choice.finish_reason) ?? 'stop',
  };
}
