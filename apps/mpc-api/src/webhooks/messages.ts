import type { WebhookType } from '@showrunner/contract';
import type { ErrorEnvelope } from '@showrunner/errors';
import type { Message } from './outbox/delivery.ts';

/** Standard Webhooks 1.0, "Payload size": under 20 kB. What would be larger is linked to. */
const MOST_BYTES = 20_000;

/** What happened to a job or a batch, as far as a receiver is told. */
interface Event {
  readonly workspace: string;
  /** Who is told. */
  readonly url: string;
  /** The version of what it happened to, by which a late webhook is told from a newer one. */
  readonly sequence: number;
  readonly at: Date;
}

/** A job that has ended. */
export interface JobEnded extends Event {
  readonly job: {
    readonly id: string;
    readonly run: number;
    readonly recipe: string;
    readonly clientRef: string | null;
  };
  readonly outcome:
    | { readonly state: 'succeeded'; readonly resultJson: string }
    | { readonly state: 'failed'; readonly error: ErrorEnvelope['error'] }
    | { readonly state: 'cancelled' };
}

/** A batch of which every item has ended. */
export interface BatchCompleted extends Event {
  readonly batch: { readonly id: string; readonly counts: Readonly<Record<string, number>> };
}

/** @param publicUrl the API's root, for the link to what is too large */
export function jobMessage({ job, outcome, ...event }: JobEnded, publicUrl: string): Message {
  const { id, run, recipe, clientRef } = job;
  const about = { job_id: id, run, recipe, state: outcome.state, client_ref: clientRef };
  const message = (told: object): Message => messageOf(`job.${outcome.state}`, id, event, { ...about, ...told });
  const whole = message(toldOf(outcome));
  if (Buffer.byteLength(whole.body) <= MOST_BYTES) return whole;
  return message({ ...briefly(outcome), result_url: `${publicUrl}/jobs/${id}` });
}

/** @param publicUrl the API's root, for the link to the batch */
export function batchMessage({ batch: { id, counts }, ...event }: BatchCompleted, publicUrl: string): Message {
  return messageOf('batch.completed', id, event, { batch_id: id, counts, url: `${publicUrl}/batch/${id}` });
}

/** A test, which tells of nothing. */
export function pingMessage(workspace: string, url: string, at: Date): Message {
  const body = JSON.stringify({ type: 'ping', timestamp: at.toISOString(), data: {} });
  return { workspace, url, type: 'ping', subject: null, sequence: null, body, at };
}

function messageOf(type: WebhookType, subject: string, { workspace, url, sequence, at }: Event, data: object): Message {
  const body = JSON.stringify({ type, timestamp: at.toISOString(), sequence, data });
  return { workspace, url, type, subject, sequence, body, at };
}

function toldOf(outcome: JobEnded['outcome']): object {
  switch (outcome.state) {
    case 'succeeded':
      return { result: JSON.parse(outcome.resultJson) as unknown };
    case 'failed':
      return { error: outcome.error };
    case 'cancelled':
      return {};
  }
}

/** An error says what it is without its details; a result is not said in part. */
function briefly(outcome: JobEnded['outcome']): object {
  return outcome.state === 'failed' ? { error: { ...outcome.error, details: {} } } : {};
}
