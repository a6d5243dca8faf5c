import type { IncomingHttpHeaders } from 'node:http';
import { invalidInput } from '@showrunner/errors';

/**
 * Ways of asking that belong to the API but that this server does not offer yet. Answering them as if they had not
 * been asked for would break a promise: a caller who sent a key does not want to pay twice.
 */
export function refuseLaterForms(headers: IncomingHttpHeaders): void {
  if (headers['idempotency-key'] === undefined) return;
  const allowed = 'async: true and GET /jobs/{id}';
  throw invalidInput([{ path: 'Idempotency-Key', reason: 'is not offered by this server yet', allowed }]);
}
