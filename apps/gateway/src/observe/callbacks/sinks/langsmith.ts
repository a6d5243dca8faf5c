import type { LangsmithSink } from '../../../config/sections/callbacks/callback.ts';
import { isMapping, type Mapping } from '../../../json/mapping.ts';
import type { EventSink, QueuedEvent } from '../event-queue.ts';
import { deliveryOf, postEvents } from '../post-events.ts';

/**
 * LangSmith's `runs/batch` (its API reference, "Ingest runs (batch)", 2026-11: at most 20 MB, and LiteLLM sends 512 runs),
 * each request as one run of its own trace, in LiteLLM's members (`integrations/langsmith.py`, 1.108.7).
 */
export function langsmithSink(settings: LangsmithSink): EventSink {
  const { url, apiKey, tenant, share } = settings;
  return {
    mostEvents: 512,
    mostBytes: 10_000_000,
    share,
    async send(events, signal) {
      const headers = {
        'content-type': 'application/json',
        'x-api-key': apiKey.reveal(),
        ...(tenant !== undefined && { 'x-tenant-id': tenant }),
      };
      const body = JSON.stringify({ post: events.map((event) => runOf(event, settings)) });
      const { status } = await postEvents({ url, headers, body }, signal);
      return deliveryOf(status, events);
    },
  };
}

function runOf({ id, payload }: QueuedEvent, { project, runName }: LangsmithSink): object {
  const { response, metadata, startTime } = payload;
  const time = (seconds: unknown): string => new Date(Number(seconds) * 1000).toISOString();
  const answer: Mapping = isMapping(response) ? response : { output: response };
  const usage = {
    input_tokens: payload.prompt_tokens,
    output_tokens: payload.completion_tokens,
    total_tokens: payload.total_tokens,
    total_cost: payload.response_cost,
  };
  return {
    id,
    trace_id: id,
    dotted_order: `${time(startTime).replaceAll(/[-:.]/g, '').slice(0, -1)}000Z${id}`,
    name: runName,
    run_type: 'llm',
    session_name: project,
    inputs: payload,
    outputs: { ...answer, usage_metadata: usage },
    start_time: time(startTime),
    end_time: time(payload.endTime),
    tags: payload.request_tags,
    extra: { metadata },
    ...(payload.status === 'failure' && payload.error_str !== null && { error: payload.error_str }),
  };
}
