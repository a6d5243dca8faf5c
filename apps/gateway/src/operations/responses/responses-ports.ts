import type { Logger } from '@showrunner/service';
import type { Deployment } from '../../exchange/deployment.ts';
import type { StoredResponses } from '../../stored/responses/stored-responses.ts';
import type { SealedIds } from '../../stored/sealed-ids.ts';

/** What responses need of the gateway that serves them. */
export interface ResponsesPorts {
  readonly stored: StoredResponses;
  readonly ids: SealedIds;
  /** Whether callers may name responses that this gateway did not give out. */
  allowsUnmanaged(): boolean;
  /** The deployment of this id, as it is configured now. */
  deployment(id: string): Deployment | undefined;
  readonly logger: Pick<Logger, 'warn'>;
}
