import type { Logger, Metrics, Secret } from '@showrunner/service';
import { sweepRegularly } from '../jobs/retention.ts';
import type { Network } from '../environment/webhook-variables.ts';
import { AddressGuard } from './address/address-guard.ts';
import type { Resolve } from './address/guarded-lookup.ts';
import type { Course } from './outbox/course.ts';
import type { WebhookTables } from './outbox/schema.ts';
import { sweepDeliveries } from './outbox/sweep-deliveries.ts';
import { SigningSecrets } from './secrets/signing-secrets.ts';
import { createReceiverClient } from './sending/call-receiver.ts';
import { Dispatcher } from './sending/dispatcher.ts';
import type { SendingParts } from './sending/send-delivery.ts';
import { createWebhookMetrics } from './sending/webhook-metrics.ts';

export interface WebhooksOptions {
  readonly tables: WebhookTables;
  /** What signs those of the workspace `default`. */
  readonly secret: Secret | undefined;
  readonly allowedNetworks: readonly Network[];
  readonly course: Course;
  /** How long deliveries that rest are kept. */
  readonly retentionDays: number;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Another resolver of names, for tests. */
  readonly resolve?: Resolve;
  /** Another time for each try, for tests, in milliseconds. */
  readonly timeoutMs?: number;
}

/** What tells others' servers, opened. */
export interface Webhooks extends SendingParts {
  readonly guard: AddressGuard;
  readonly dispatcher: Dispatcher;
  dispose(): Promise<void>;
}

/** Opens what webhooks need. Nothing is sent before the dispatcher is started. */
export function openWebhooks(options: WebhooksOptions): Webhooks {
  const { tables, secret, allowedNetworks, course, retentionDays, logger, metrics, resolve, timeoutMs } = options;
  const guard = new AddressGuard(allowedNetworks);
  const client = createReceiverClient({ guard, resolve, timeoutMs });
  const parts: SendingParts = {
    tables,
    client,
    secrets: new SigningSecrets(tables, secret),
    course,
    metrics: createWebhookMetrics(metrics),
  };
  const dispatcher = new Dispatcher(parts, logger);
  const sweep = (restedBefore: Date) => sweepDeliveries(tables, restedBefore);
  const stopSweeping = sweepRegularly({ name: 'webhook deliveries', sweep }, retentionDays, logger);
  return {
    ...parts,
    guard,
    dispatcher,
    async dispose() {
      stopSweeping();
      await dispatcher.dispose();
      await client.close();
    },
  };
}
