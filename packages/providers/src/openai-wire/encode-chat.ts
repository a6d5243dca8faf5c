import { createMemberReview, leaveOut } from '../kit/member-review.ts';
import { refusedRequest } from '../kit/failures.ts';
import type { JsonObject } from '../kit/json.ts';
import { requestHeaders, withoutTrailingSlashes } from '../kit/request-headers.ts';
import type { ChatCall, EncodedRequest } from '../spec/adapter.ts';
import type { OpenAiDialect } from './dialect.ts';
import { openAiMessages } from './openai-messages.ts';

/** Members that callers send for the gateway's own use (spend logs, tags); LiteLLM does not send them on either. */
const gatewayMembers = new Set(['metadata', 'store']);

/** One shallow copy of the request, changed, serialised once. */
export function encodeOpenAiChat(dialect: OpenAiDialect, call: ChatCall): EncodedRequest {
  const review = createMemberReview(dialect, call);
  const body: JsonObject = { ...call.request, model: call.model };
  removeUnsent(body);
  body.messages = openAiMessages(call.request.messages, dialect, call.model);
  if (call.request.stream === true || call.request.stream_options) body.stream_options = streamOptions(dialect, call);
  for (const member of dialect.unsupported ?? []) leaveOut(body, member, 'it is not supported', review);
  for (const [from, to] of Object.entries(dialect.renamed ?? {})) rename(body, from, to);
  dialect.prepareBody?.(body, call, review);
  return {
    url: chatUrl(dialect, call),
    method: 'POST',
    headers: requestHeaders(call.settings, authentication(dialect, call)),
    // Members set to undefined are left out here.
    body: JSON.stringify(body),
    warnings: review.settle(),
  };
}

/** A null means "not set"; several vendors refuse it with 400 or 422. */
function removeUnsent(body: JsonObject): void {
  for (const member of Object.keys(body)) {
    if (body[member] === null || gatewayMembers.has(member)) body[member] = undefined;
  }
}

/** Usage is always asked for in streams; the gateway hides it from callers that did not. OpenAI refuses it elsewhere. */
function streamOptions(dialect: OpenAiDialect, { request }: ChatCall): JsonObject | undefined {
  if (request.stream !== true || dialect.takesStreamOptions === false) return undefined;
  return { ...request.stream_options, include_usage: true };
}

/** The first name wins where the request holds both. */
function rename(body: JsonObject, from: string, to: string): void {
  if (body[from] === undefined) return;
  body[to] ??= body[from];
  body[from] = undefined;
}

function chatUrl(dialect: OpenAiDialect, call: ChatCall): string {
  const apiBase = call.settings.apiBase ?? dialect.defaultApiBase;
  if (apiBase === undefined || apiBase === '') {
    const names = (dialect.environment.apiBase ?? []).join(' or ');
    throw refusedRequest(
      dialect,
      `${dialect.title} has no address of its own: set litellm_params.api_base${names && `, or ${names} in the environment`}`,
      'api_base',
    );
  }
  const root = withoutTrailingSlashes(apiBase);
  return dialect.url?.(root, call) ?? `${root}/chat/completions`;
}

function authentication(dialect: OpenAiDialect, call: ChatCall): Record<string, string> {
  if (dialect.authentication) return dialect.authentication(call);
  const { apiKey, organization } = call.settings;
  return {
    ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }),
    ...(organization !== undefined && { 'openai-organization': organization }),
  };
}
