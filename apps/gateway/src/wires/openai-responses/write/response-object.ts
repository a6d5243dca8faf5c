import type { FinishReason, ResponseItem, Usage } from '@showrunner/providers';
import type { ResponseDraft, WrittenResponse } from '../../responses-wire.ts';
import { responseUsage } from './response-usage.ts';

/** What a response has come to. */
export interface ResponseOutcome {
  readonly status: 'queued' | 'in_progress' | 'completed' | 'incomplete' | 'failed' | 'cancelled';
  readonly output: readonly ResponseItem[];
  readonly usage?: Usage | null | undefined;
  /** Why it is incomplete. */
  readonly reason?: 'max_output_tokens' | 'content_filter' | undefined;
  readonly error?: { readonly code: string; readonly message: string } | undefined;
}

/** How an answer that a chat ended so ends as a response. */
export function outcomeOf(finishReason: FinishReason | null | undefined): Pick<ResponseOutcome, 'status' | 'reason'> {
  if (finishReason === 'length') return { status: 'incomplete', reason: 'max_output_tokens' };
  if (finishReason === 'content_filter') return { status: 'incomplete', reason: 'content_filter' };
  return { status: 'completed' };
}

/** A response as OpenAI's API reference has it ("The response object", 2026-11), with its defaults for what was not asked. */
export function responseObject(
  { id, request, isKept, createdAt: toldAt }: ResponseDraft,
  createdAt: number,
  { status, output, usage, reason, error }: ResponseOutcome,
): WrittenResponse {
  return {
    id,
    object: 'response',
    created_at: toldAt ?? createdAt,
    status,
    background: request.background === true,
    completed_at: status === 'completed' ? Math.floor(Date.now() / 1000) : null,
    error: error ?? null,
    incomplete_details: reason === undefined ? null : { reason },
    instructions: request.instructions ?? null,
    max_output_tokens: request.max_output_tokens ?? null,
    max_tool_calls: null,
    model: request.model,
    output,
    parallel_tool_calls: request.parallel_tool_calls ?? true,
    previous_response_id: request.previous_response_id ?? null,
    prompt_cache_key: request.prompt_cache_key ?? null,
    reasoning: { effort: request.reasoning?.effort ?? null, summary: request.reasoning?.summary ?? null },
    safety_identifier: request.safety_identifier ?? null,
    service_tier: 'default',
    store: isKept,
    temperature: request.temperature ?? 1,
    text: { format: { type: 'text' }, ...request.text },
    tool_choice: request.tool_choice ?? 'auto',
    tools: request.tools ?? [],
    top_logprobs: request.top_logprobs ?? 0,
    top_p: request.top_p ?? 1,
    truncation: request.truncation ?? 'disabled',
    usage: responseUsage(usage),
    user: request.user ?? null,
    metadata: request.metadata ?? {},
  };
}
