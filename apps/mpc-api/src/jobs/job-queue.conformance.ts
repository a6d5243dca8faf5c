import { endsClaims } from './conformance/claims.ts';
import { goesOnWithJobs } from './conformance/going-on.ts';
import { openedBeforeEach, type QueuePlace } from './conformance/opened-queue.ts';
import { obeysOwners } from './conformance/owners.ts';
import { keepsToPlaces } from './conformance/places.ts';
import { recordsRuns } from './conformance/recording.ts';
import { takesJobsInTurn } from './conformance/taking.ts';

/** What every delivery must do alike on its database; called inside a `describe` of it. */
export function jobQueueConformance(newPlace: () => Promise<QueuePlace>): void {
  const opened = openedBeforeEach(newPlace);
  takesJobsInTurn(opened);
  keepsToPlaces(opened);
  recordsRuns(opened);
  endsClaims(opened);
  goesOnWithJobs(opened);
  obeysOwners(opened);
}
