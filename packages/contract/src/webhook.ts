import { z } from 'zod';
import { timestamp } from './envelopes.ts';
import { pageQuery } from './page.ts';

/** What a webhook tells of; `ping` is what a test sends. */
const webhookTypes = ['job.succeeded', 'job.failed', 'job.cancelled', 'batch.completed', 'ping'] as const;
export type WebhookType = (typeof webhookTypes)[number];

/**
 * `waiting` for its next try; `delivered`; `failed`, after the last try of its schedule; `held`, because its address is
 * off. The last three rest, and are sent only when somebody asks for it.
 */
const deliveryStates = ['waiting', 'delivered', 'failed', 'held'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/**
 * How a try ended. `delivered`: 2xx. `gone`: 410. `redirected`: 3xx, which is not followed. `rejected`: any other
 * status. `refused`: the address may not be called, and nothing was. `unreachable`: no answer came. `timed_out`: none
 * within the time for a try.
 */
const attemptOutcomes = ['delivered', 'gone', 'redirected', 'rejected', 'refused', 'unreachable', 'timed_out'] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];

/** Why a try was made: its time had come, or somebody asked for it. */
const attemptCauses = ['schedule', 'request'] as const;
export type AttemptCause = (typeof attemptCauses)[number];

const attempt = z.object({
  number: z.int().describe('1 for the first.'),
  cause: z.enum(attemptCauses).describe('Its time had come, or somebody asked for it.'),
  started_at: timestamp,
  duration_ms: z.int(),
  outcome: z
    .enum(attemptOutcomes)
    .describe('2xx is delivered, 410 gone, 3xx redirected and not followed; refused was not called at all.'),
  status: z.int().nullable().describe('Null where there was no answer.'),
  media_type: z.string().nullable(),
  answer: z.string().nullable().describe('The first 1,000 characters of what the receiver answered.'),
  error: z.string().nullable().describe('Why it did not succeed.'),
});

/** One event on its way to one address, with all tries. */
export const webhookDelivery = z.object({
  id: z.string().describe('The `webhook-id` of every try.'),
  type: z.enum(webhookTypes),
  url: z.string(),
  state: z
    .enum(deliveryStates)
    .describe('waiting for its next try, delivered, failed after the last, or held because its address is off.'),
  job_id: z.string().nullable().describe('The job that it tells of.'),
  batch_id: z.string().nullable().describe('The batch that it tells of.'),
  sequence: z.int().nullable().describe('The version of the job or batch; null for a ping.'),
  created_at: timestamp.describe('The time of the event.'),
  next_try_at: timestamp.nullable(),
  attempts: z.array(attempt).readonly().describe('All tries, the first one first.'),
});

export type WebhookDelivery = z.output<typeof webhookDelivery>;

/** Which deliveries to list. */
export const deliveriesQuery = pageQuery.extend({
  state: z.enum(deliveryStates).optional(),
  job_id: z.string().min(1).max(80).optional(),
});

export type DeliveriesQuery = z.output<typeof deliveriesQuery>;

/** Where to send a test. */
export const webhookTest = z.object({
  url: z.string().trim().min(1).max(2_000).describe('An http or https address on a public network.'),
});

/** What the webhooks of a workspace are signed with. */
export const webhookSecret = z.object({
  secret: z.string().describe('`whsec_` and base64: what a receiver verifies with.'),
  created_at: timestamp.nullable().describe('Null where WEBHOOK_SECRET gives it.'),
  also_signing: z
    .array(z.object({ created_at: timestamp, signs_until: timestamp }))
    .readonly()
    .describe('Earlier secrets that still sign, the newest first, at most two.'),
});

export type WebhookSecretView = z.output<typeof webhookSecret>;
