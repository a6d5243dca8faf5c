import type { IncomingHttpHeaders } from 'node:http';
import { invalidInput } from '@showrunner/errors';

/**
 * Ways of asking that belong to the API but that this server does not offer yet. Answering them as if they had not
 * been asked for would break a promise: a caller who sent a webhook address waits for a call.
 */
export function refuseLaterForms(body: Readonly<Record<string, unknown>>, headers: IncomingHttpHeaders): void {
  const asked = [
    ...(body.async === true ? ['async'] : []),
    ...(typeof body.webhook_url === 'string' ? ['webhook_url'] : []),
    ...(/\brespond-async\b/i.test(String(headers.prefer ?? '')) ? ['Prefer: respond-async'] : []),
    ...(headers['idempotency-key'] === undefined ? [] : ['Idempotency-Key']),
  ];
  if (asked.length === 0) return;
  const allowed = 'a plain request, or stream: true for server-sent events';
  throw invalidInput(asked.map((path) => ({ path, reason: 'is not offered by this server yet', allowed })));
}
