import { randomUUID } from 'node:crypto';
import type { EventSink } from './event-queue.ts';

const PROBE_MS = 10_000;

/** Sends an event of no request; nothing where the sink takes it, else why it does not. */
export async function probeSink(sink: EventSink): Promise<string | undefined> {
  const id = randomUUID();
  const seconds = Date.now() / 1000;
  const payload = {
    id,
    trace_id: id,
    call_type: 'acompletion',
    status: 'success',
    model: 'litellm-key-health-test',
    messages: [{ role: 'user', content: 'A test of /key/health: no model was asked.' }],
    response: { choices: [{ message: { role: 'assistant', content: 'test response' } }] },
    prompt_tokens: 0,
    completion_tokens: 0,
    total_tokens: 0,
    response_cost: 0,
    startTime: seconds,
    endTime: seconds,
    completionStartTime: seconds,
    request_tags: [],
    metadata: {},
    error_str: null,
  };
  const event = { id, payload, text: JSON.stringify(payload), startedAt: Date.now(), spans: [] };
  try {
    const { again, refused, reason } = await sink.send([event], AbortSignal.timeout(PROBE_MS));
    return again.length + refused === 0 ? undefined : (reason ?? 'it was refused');
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'it cannot be reached';
  }
}
