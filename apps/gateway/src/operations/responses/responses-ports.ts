import type { Logger } from '@showrunner/service';
import type { Deployment } from '../../exchange/deployment/deployment.ts';
import type { StoredResponses } from '../../stored/responses/stored-responses.ts';
import type { SealedIds } from '../../stored/sealed-ids.ts';
import type { ResponsesUnderWay } from './under-way.ts';

/** What responses need of the gateway that serves them. */
export interface ResponsesPorts {
  readonly stored: StoredResponses;
  readonly ids: SealedIds;
  /** Whether callers may name responses that this gateway did not give out. */
  allowsUnmanaged(): boolean;
  /** The deployment of this id, as it is configured now. */
  deployment(id: string): Deployment | undefined;
  /** Those that are made here while nobody waits. */
  readonly underWay: ResponsesUnderWay;
  /** Who may answer what is asked for by this name; none where nobody does. */
  deploymentsOf(model: string): readonly Deployment[];
  readonly logger: Pick<Logger, 'warn'>;
}
