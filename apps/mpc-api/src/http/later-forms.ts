import type { IncomingHttpHeaders } from 'node:http';
import { invalidInput } from '@showrunner/errors';

/**
 * Ways of asking that belong to the API but that this server does not offer yet. Answering them as if they had not
 * been asked for would break a promise: a caller who sent a webhook address waits for a call.
 */
export function refuseLaterForms(body: Readonly<Record<string, unknown>>, headers: IncomingHttpHeaders): void {
  const asked = [
    ...(typeof body.webhook_url === 'string' ? ['webhook_url'] : []),
    ...(headers['idempotency-key'] === undefined ? [] : ['Idempotency-Key']),
  ];
  if (asked.length === 0) return;
  const allowed = 'async: true and GET /jobs/{id}';
  throw invalidInput(asked.map((path) => ({ path, reason: 'is not offered by this server yet', allowed })));
}
