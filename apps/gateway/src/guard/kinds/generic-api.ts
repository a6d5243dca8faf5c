import type { GenericSettings } from '../../config/sections/guardrails/guardrail.ts';
import type { RequestRecord } from '../../exchange/record/record.ts';
import { isMapping } from '../../json/mapping.ts';
import { Blocked } from '../blocked.ts';
import type { Guard, GuardedCall, GuardedContent } from '../guard.ts';
import { asVerdict, askService, GuardServiceError } from '../guard-service.ts';
import { plainTexts, serviceGuard } from './service-guard.ts';

const PATH = '/beta/litellm_basic_guardrail_api';

/** The version of LiteLLM whose protocol this is. */
const LITELLM_VERSION = '1.108.7';

/** What LiteLLM calls a call of the Responses API. */
const RESPONSES = 'aresponses';

/** LiteLLM's name of whoever holds the master key, who has no grants of their own. */
const MASTER_USER = 'default_user_id';

/** Headers whose value the service sees; of the others it sees that they are there, but not of the key. LiteLLM's list. */
const SEEN_HEADERS =
  /^(host|accept-encoding|connection|accept|content-type|user-agent|content-length|x-stainless-.*|x-litellm-.*)$/;

/** `generic_guardrail_api`: LiteLLM's own protocol for guardrails of whoever likes (its documentation, 2026-10). */
export function genericApi(settings: GenericSettings, timeoutSeconds: number): Guard {
  const { apiBase, apiKey, headers } = settings;
  const url = apiBase.endsWith(PATH) ? apiBase : apiBase + PATH;
  return serviceGuard(async (content, call) => {
    const verdict = asVerdict(
      await askService({
        url,
        headers: { ...headers, ...(apiKey && { 'x-api-key': apiKey.reveal() }) },
        body: questionOf(settings, content, call),
        timeoutSeconds,
        signal: call.signal,
      }),
    );
    const { action, blocked_reason: reason, texts } = verdict;
    if (action === 'BLOCKED') {
      const message = typeof reason === 'string' && reason !== '' ? reason : 'Content violates policy';
      throw new Blocked(message);
    }
    if (action !== 'NONE' && action !== 'GUARDRAIL_INTERVENED')
      throw new GuardServiceError('its answer is no verdict', false);
    return { texts: changedTexts(content, texts) };
  });
}

function questionOf(
  { parameters, seenHeaders }: GenericSettings,
  { side, texts, images }: GuardedContent,
  call: GuardedCall,
): object {
  const { record, request, headers } = call;
  return {
    input_type: side,
    litellm_call_id: record.callId,
    litellm_trace_id: record.requestId,
    structured_messages: side === 'request' ? messagesOf(call) : null,
    images: images.length === 0 ? null : images,
    tools: side === 'request' && Array.isArray(request.tools) ? request.tools : null,
    texts: plainTexts(texts),
    request_data: callerOf(record),
    request_headers: shownHeaders(headers, seenHeaders),
    litellm_version: LITELLM_VERSION,
    additional_provider_specific_params: { ...parameters, ...call.parameters },
    tool_calls: side === 'request' ? toolCallsIn(request) : null,
    model: request.model,
  };
}

function callerOf({ caller }: RequestRecord): object {
  const { grants } = caller;
  const user = grants ? grants.user : MASTER_USER;
  return {
    user_api_key_hash: caller.keyId,
    ...(user !== undefined && { user_api_key_user_id: user }),
    ...(grants?.team !== undefined && { user_api_key_team_id: grants.team }),
  };
}

function shownHeaders(headers: GuardedCall['headers'], seen: readonly string[]): object {
  const shown = Object.entries(headers)
    .filter(([name]) => name !== 'authorization')
    .map(
      ([name, value]) => [name, SEEN_HEADERS.test(name) || seen.includes(name) ? String(value) : '[present]'] as const,
    );
  return Object.fromEntries(shown);
}

/** A conversation as messages; the items of a response that are none are left out. */
function messagesOf({ record, request: { messages, input } }: GuardedCall): readonly unknown[] | null {
  if (Array.isArray(messages)) return messages;
  if (record.callType !== RESPONSES) return null;
  if (typeof input === 'string') return [{ role: 'user', content: input }];
  return Array.isArray(input) ? input.filter((item) => isMapping(item) && typeof item.role === 'string') : null;
}

/** Those that a model made before, which come back with the question. */
function toolCallsIn({ messages }: GuardedCall['request']): readonly unknown[] | null {
  if (!Array.isArray(messages)) return null;
  const calls = messages.flatMap((message) =>
    isMapping(message) && Array.isArray(message.tool_calls) ? (message.tool_calls as unknown[]) : [],
  );
  return calls.length === 0 ? null : calls;
}

/** Those that it gives back stand for all, in their order. */
function changedTexts({ texts }: GuardedContent, given: unknown): readonly string[] {
  if (!Array.isArray(given) || given.length === 0) return plainTexts(texts);
  if (given.length === texts.length && given.every((text) => typeof text === 'string')) return given;
  throw new GuardServiceError('its answer has other texts than it was asked about', false);
}
