import type { ClaimedDelivery, MadeTry } from './delivery.ts';

/** Where a delivery stands between two tries. */
export type Standing = Pick<ClaimedDelivery, 'state' | 'tries' | 'nextTryAt'>;

/** When tries are made. */
export interface Course {
  /** The pause before each try, in seconds. */
  readonly schedule: readonly number[];
  /** A number from 0 to 1 by chance, by which pauses are lengthened, so that many that failed together do not return so. */
  readonly chance: () => number;
}

/** The largest part of itself by which a pause is lengthened. */
const JITTER = 0.2;

/** Where a delivery stands when its event has happened: its first try is due after the first pause. */
export function firstStanding(at: Date, course: Course): Standing {
  return { state: 'waiting', tries: 0, nextTryAt: timeAfter(at, course, 0) };
}

/**
 * Where a delivery stands after a try. One that was asked for takes nothing from the schedule: where it fails, all is
 * as before. An address that is gone holds what was still to come.
 */
export function standingAfter(
  delivery: Standing,
  { cause, attempt: { outcome, retryAfterMs } }: MadeTry,
  now: Date,
  course: Course,
): Standing {
  const { state, nextTryAt } = delivery;
  const tries = delivery.tries + (cause === 'schedule' ? 1 : 0);
  if (outcome === 'delivered') return { state: 'delivered', tries, nextTryAt: null };
  if (outcome === 'gone' && state === 'waiting') return { state: 'held', tries, nextTryAt: null };
  if (cause === 'request') return { state, tries, nextTryAt };
  if (tries >= course.schedule.length) return { state: 'failed', tries, nextTryAt: null };
  return { state: 'waiting', tries, nextTryAt: timeAfter(now, course, tries, retryAfterMs) };
}

function timeAfter(now: Date, { schedule, chance }: Course, tries: number, atLeastMs = 0): string {
  const pauseMs = (schedule[tries] ?? 0) * 1_000 * (1 + JITTER * chance());
  return new Date(now.getTime() + Math.max(pauseMs, atLeastMs)).toISOString();
}
