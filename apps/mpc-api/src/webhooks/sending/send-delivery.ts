import type { AttemptCause } from '@showrunner/contract';
import { giveBack } from '../outbox/claim-deliveries.ts';
import type { Course } from '../outbox/course.ts';
import type { ClaimedDelivery } from '../outbox/delivery.ts';
import type { WebhookTables } from '../outbox/schema.ts';
import { settleTry } from '../outbox/settle-try.ts';
import type { SigningSecrets } from '../secrets/signing-secrets.ts';
import type { ReceiverClient } from './call-receiver.ts';
import { signedHeaders } from './sign.ts';
import type { WebhookMetrics } from './webhook-metrics.ts';

export interface SendingParts {
  readonly tables: WebhookTables;
  readonly client: ReceiverClient;
  readonly secrets: SigningSecrets;
  readonly course: Course;
  readonly metrics: WebhookMetrics;
}

/**
 * Makes one try of a claimed delivery and writes what came of it. Once `signal` aborts the try is given up and the
 * delivery given back as if it had not been made.
 */
export async function sendDelivery(
  delivery: ClaimedDelivery,
  cause: AttemptCause,
  { tables, client, secrets, course, metrics }: SendingParts,
  signal: AbortSignal,
): Promise<void> {
  try {
    const { id, url, body, workspace } = delivery;
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Showrunner',
      'accept-encoding': 'identity',
      ...signedHeaders(id, body, await secrets.signing(workspace), new Date()),
    };
    const attempt = await client.call({ url, headers, body }, signal);
    metrics.observe(delivery.type, attempt.outcome);
    await tables.write((transaction) => settleTry(transaction, delivery, { cause, attempt }, course));
  } catch (error) {
    // After any other fault it is left alone until its lease ends, which is pause enough.
    if (!signal.aborted) throw error;
    await tables.read((query) => giveBack(query, delivery));
  }
}
