import type { Job, JobEvent, Showrunner } from '@showrunner/client';
import type { ToolCall } from './tool.ts';

/** Something is told this often although nothing is new: clients give up on a call that is silent for a minute. */
const TELL_AT_LEAST_EVERY_MS = 10_000;

/**
 * Waits for the end of a job as long as its caller has patience, and gives it as it is then. Whoever cancels the call
 * cancels the job; whoever only leaves lets it go on.
 *
 * @param untilAt by the clock of `performance.now`
 */
export async function followJob(job: Job, call: ToolCall, untilAt: number): Promise<Job> {
  if (hasEnded(job)) return job;
  const patience = AbortSignal.timeout(Math.max(0, Math.round(untilAt - performance.now())));
  const over = AbortSignal.any([patience, call.cancelled, call.left]);
  const ticking = setInterval(() => call.tell?.(`${job.recipe} goes on`), TELL_AT_LEAST_EVERY_MS);
  try {
    for await (const event of call.client.jobs.events(job.id, { signal: over }))
      if (event.event !== 'check') call.tell?.(wordsOf(event));
  } catch (error) {
    if (!over.aborted) throw error;
  } finally {
    clearInterval(ticking);
  }
  return call.cancelled.aborted ? call.client.jobs.cancel(job.id) : now(job, call.client);
}

function now({ id }: Job, client: Showrunner): Promise<Job> {
  return client.jobs.get(id);
}

export function hasEnded({ state }: Pick<Job, 'state'>): boolean {
  return state !== 'queued' && state !== 'running';
}

/** `scene 3 of 6: hook`, or the event's name where it says no more. */
function wordsOf({ event, data }: JobEvent): string {
  const { done, total, label, role, title } = data as Readonly<Record<string, string | number | undefined>>;
  if (event === 'progress') return `${label ?? 'progress'} (${done} of ${total})`;
  const said = role ?? title;
  return said === undefined ? event : `${event}: ${said}`;
}
