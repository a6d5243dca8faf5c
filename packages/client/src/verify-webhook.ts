import { isObject, parseJson } from './guards.ts';

/** What a webhook tells: `data` by its `type`. */
export interface WebhookEvent {
  /** `job.succeeded`, `job.failed`, `job.cancelled`, `batch.completed`, or `ping` of a test. */
  readonly type: string;
  /** The time of the event, not of the try. */
  readonly timestamp: string;
  /** The version of the job or batch: one that is lower than another's is older news. */
  readonly sequence?: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The headers of a request, as any server has them. */
export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

/** The request is not what its sender signed with this secret, or it is too old to be taken. */
export class WebhookVerificationError extends Error {
  override readonly name = 'WebhookVerificationError';
}

/** Standard Webhooks 1.0, "Verifying webhook authenticity": more than five minutes apart may be a replay. */
const TOLERANCE_SECONDS = 300;

/**
 * Gives what a webhook tells, once its signature and its time have been checked.
 *
 * @param body the body as it came, before anything has parsed it
 * @param secret what `webhooks.secret()` gives: `whsec_…`
 * @throws WebhookVerificationError
 *
 * @example
 * const event = verifyWebhook(await request.text(), request.headers, process.env.WEBHOOK_SECRET);
 * if (event.type === 'job.succeeded') console.log(event.data.result);
 */
export function verifyWebhook(body: string | Uint8Array, headers: WebhookHeaders, secret: string): WebhookEvent {
  const id = needed(headers, 'webhook-id');
  const timestamp = needed(headers, 'webhook-timestamp');
  const signatures = needed(headers, 'webhook-signature').split(' ');
  const awayBySeconds = Math.abs(Date.now() / 1_000 - Number(timestamp));
  if (!/^\d+$/.test(timestamp) || awayBySeconds > TOLERANCE_SECONDS)
    throw new WebhookVerificationError('The webhook was signed more than five minutes ago, or is from the future.');
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const right = signatureOf(`${id}.${timestamp}.`, bytes, secret);
  if (!signatures.some((one) => isEqual(one, right)))
    throw new WebhookVerificationError('The webhook is signed with another secret, or its body is not as it was sent.');
  const event = parseJson(new TextDecoder().decode(bytes));
  if (isObject<WebhookEvent>(event)) return event;
  throw new WebhookVerificationError('The webhook holds no JSON object.');
}

function needed(headers: WebhookHeaders, name: string): string {
  const value = headers instanceof Headers ? headers.get(name) : named(headers, name);
  if (typeof value === 'string' && value !== '') return value;
  throw new WebhookVerificationError(`The request has no header ${name}.`);
}

function named(headers: Exclude<WebhookHeaders, Headers>, name: string): unknown {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
}

/** Taken from the runtime where it is needed: an import would keep the SDK out of browsers, which receive no webhooks. */
function crypto() {
  return process.getBuiltinModule('node:crypto');
}

function signatureOf(signed: string, body: Uint8Array, secret: string): string {
  const key = Buffer.from(secret.trim().replace(/^whsec_/, ''), 'base64');
  if (key.length === 0) throw new WebhookVerificationError('The secret is none: it begins with whsec_.');
  return `v1,${crypto().createHmac('sha256', key).update(signed).update(body).digest('base64')}`;
}

function isEqual(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && crypto().timingSafeEqual(left, right);
}
