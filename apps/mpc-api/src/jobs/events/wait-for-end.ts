import type { Bell } from './bell.ts';
import type { HeldDatabase } from '../held-database.ts';
import type { JobsDatabase } from '../schema.ts';

/** How long the end of a job that another process carries out may go unseen. */
const LOOK_EVERY_MS = 250;

/** Resolves to whether a job has ended, at its end or when `signal` aborts. */
export async function waitForEnd(
  id: string,
  { database, bell }: { readonly database: HeldDatabase<JobsDatabase>; readonly bell: Bell },
  signal: AbortSignal,
): Promise<boolean> {
  for (;;) {
    const rung = nextLook(bell, signal);
    const job = await database.read((query) =>
      query.selectFrom('jobs').select('state').where('id', '=', id).executeTakeFirst(),
    );
    if (job?.state !== 'queued' && job?.state !== 'running') return true;
    if (signal.aborted) return false;
    await rung;
  }
}

/** Resolves when it is worth looking again. */
export function nextLook(bell: Bell, signal: AbortSignal, lookEveryMs = LOOK_EVERY_MS): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', look);
      silence();
      resolve();
    };
    const timer = setTimeout(look, lookEveryMs);
    const silence = bell.listen(look);
    if (signal.aborted) look();
    else signal.addEventListener('abort', look);
  });
}
