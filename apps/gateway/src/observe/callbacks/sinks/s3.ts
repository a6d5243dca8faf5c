import { createHash } from 'node:crypto';
import { signAwsRequest } from '@showrunner/providers';
import type { S3Sink } from '../../../config/sections/callbacks/callback.ts';
import type { EventSink, QueuedEvent } from '../event-queue.ts';
import { deliveryOf, postEvents } from '../post-events.ts';

/** An object for each event, under LiteLLM's names: `path/2026-11-29/time-2026-11-29T21-40-00-123000_id.json`. */
export function s3Sink(settings: S3Sink): EventSink {
  const { bucketUrl, region, path, accessKeyId, secretAccessKey, sessionToken } = settings;
  const identity = {
    accessKeyId: accessKeyId.reveal(),
    secretAccessKey: secretAccessKey.reveal(),
    ...(sessionToken && { sessionToken: sessionToken.reveal() }),
  };
  return {
    mostEvents: 1,
    mostBytes: Infinity,
    async send(events, signal) {
      const [event] = events;
      if (!event) return { again: [], refused: 0 };
      const plain = {
        url: `${bucketUrl}/${path === '' ? '' : `${path}/`}${nameOf(event)}`,
        method: 'PUT' as const,
        headers: {
          'content-type': 'application/json',
          'x-amz-content-sha256': createHash('sha256').update(event.text).digest('hex'),
        },
        body: event.text,
      };
      const { status } = await postEvents(await signAwsRequest(plain, identity, { service: 's3', region }), signal);
      return deliveryOf(status, events);
    },
  };
}

/** Names of objects hold nothing that has to be escaped. */
function nameOf({ startedAt, id }: QueuedEvent): string {
  const time = new Date(startedAt).toISOString();
  const stamp = time.slice(0, 23).replaceAll(':', '-').replace('.', '-');
  return `${time.slice(0, 10)}/time-${stamp}000_${id.replaceAll(/[^\w.-]/g, '_')}.json`;
}
