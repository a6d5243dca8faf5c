import { gzipSync } from 'node:zlib';
import type { DatadogSink } from '../../../config/sections/callbacks/callback.ts';
import type { EventSink } from '../event-queue.ts';
import { deliveryOf, postEvents } from '../post-events.ts';

/** Datadog's intake of logs takes 1,000 logs and 5 MB at once (its API reference, "Send logs", 2026-10). */
export function datadogSink({ url, apiKey, tags, source, service, hostname }: DatadogSink): EventSink {
  return {
    mostEvents: 1_000,
    mostBytes: 3_500_000,
    async send(events, signal) {
      const logs = events.map(({ text, payload }) => ({
        ddsource: source,
        ddtags: tags,
        hostname,
        message: text,
        service,
        status: payload.status === 'failure' ? 'error' : 'info',
      }));
      const headers = {
        'content-type': 'application/json',
        'content-encoding': 'gzip',
        ...(apiKey && { 'dd-api-key': apiKey.reveal() }),
      };
      const { status } = await postEvents({ url, headers, body: gzipSync(JSON.stringify(logs)) }, signal);
      return deliveryOf(status, events);
    },
  };
}
