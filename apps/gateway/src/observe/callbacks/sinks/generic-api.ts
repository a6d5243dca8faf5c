import type { GenericSink } from '../../../config/sections/callbacks/callback.ts';
import type { EventSink, QueuedEvent } from '../event-queue.ts';
import { deliveryOf, postEvents } from '../post-events.ts';

/** LiteLLM's `generic_api`: a list of payloads, or one a line, or one a call. */
export function genericSink({ endpoint: url, headers, format }: GenericSink): EventSink {
  return {
    mostEvents: format === 'single' ? 1 : 500,
    mostBytes: 3_500_000,
    async send(events, signal) {
      const type = { 'content-type': format === 'ndjson' ? 'application/x-ndjson' : 'application/json' };
      const { status } = await postEvents(
        { url, headers: { ...type, ...headers }, body: bodyOf(events, format) },
        signal,
      );
      return deliveryOf(status, events);
    },
  };
}

function bodyOf(events: readonly QueuedEvent[], format: GenericSink['format']): string {
  const texts = events.map(({ text }) => text);
  return format === 'json_array' ? `[${texts.join(',')}]` : texts.join('\n');
}
