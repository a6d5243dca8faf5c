import type { Bell } from './bell.ts';
import type { HeldDatabase } from '../held-database.ts';
import { lastEventId } from './read-events.ts';
import type { JobsDatabase } from '../schema.ts';

/** How late the events of other processes are heard of here. */
const LOOK_EVERY_MS = 300;

/**
 * Rings for events of other processes, by one look at their counter for all who listen here. Nothing is subscribed to, so
 * that nothing can be dead without being noticed. Returns what stops it.
 */
export function watchEvents(database: HeldDatabase<JobsDatabase>, bell: Bell): () => void {
  let last: number | undefined;
  let isLooking = false;
  const look = async (): Promise<void> => {
    if (isLooking || !bell.isHeard) return;
    isLooking = true;
    try {
      const now = await database.read(lastEventId);
      if (now !== last) bell.ring();
      last = now;
    } catch {
      // Who reads events hears of a database that is away by themselves.
    } finally {
      isLooking = false;
    }
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MS).unref();
  return () => clearInterval(timer);
}
