import { request } from 'undici';
import type { Delivery, QueuedEvent } from './event-queue.ts';

export interface EventPost {
  readonly url: string;
  readonly method?: 'POST' | 'PUT';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** What a sink answered. */
export interface Posted {
  readonly status: number;
  readonly text: string;
}

const MOST_ANSWER = 1024 * 1024;

/** Sends to a sink; rejects where it cannot be reached. */
export async function postEvents(
  { url, method = 'POST', headers, body }: EventPost,
  signal: AbortSignal,
): Promise<Posted> {
  const response = await request(url, { method, headers, body, signal });
  const text = await response.body.text();
  return { status: response.statusCode, text: text.slice(0, MOST_ANSWER) };
}

/** What a status says of a batch: 408, 429 and 5xx pass, 413 is too large, any other 4xx is a no. */
export function deliveryOf(status: number, events: readonly QueuedEvent[]): Delivery {
  if (status < 300) return { again: [], refused: 0 };
  const reason = `status ${status}`;
  if (status === 413) return { again: [], refused: 0, reason, isTooLarge: true };
  const mayPass = status === 408 || status === 429 || status >= 500;
  return mayPass ? { again: events, refused: 0, reason } : { again: [], refused: events.length, reason };
}
