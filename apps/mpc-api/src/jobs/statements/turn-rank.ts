/** What waits rises one step of priority in this time (content-api.md, "Jobs and webhooks"). */
const STEP_MS = 60_000;

/**
 * The order in which the jobs of a workspace have their turn, the lowest first: when a job began to wait, in
 * milliseconds, earlier by a minute for each step of its priority. All that waits rises alike, so that the order of two
 * never changes and nothing has to be reckoned anew.
 *
 * @param priority 0 to 9
 */
export function turnRank(since: Date, priority: number): number {
  return since.getTime() - priority * STEP_MS;
}
