import type { Event, Fixed, Work } from '@showrunner/recipes';
import { driveWork, type World } from './drive-work.ts';
import type { Place } from './journal/place.ts';

/** What a piece of work has made, and what code had to make right for that. */
export interface Made<Draft> {
  readonly draft: Draft;
  readonly fixes: readonly Fixed[];
}

/** Drives a piece of work and notes what it says to have made right. */
export async function driveNoting<Draft, Own extends Event>(
  work: Work<Draft, Own>,
  place: Place,
  world: World,
): Promise<Made<Draft>> {
  const fixes: Fixed[] = [];
  const draft = await driveWork(work, place, { ...world, noteFix: (fixed) => void fixes.push(fixed) });
  return { draft, fixes };
}
