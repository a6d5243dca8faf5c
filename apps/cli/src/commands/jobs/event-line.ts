import type { JobEvent } from '@showrunner/client';

/** An event of some job in one line: its id, by which one goes on, its name, the job, and what it says in words. */
export function eventLine({ id = '', event, data }: JobEvent): string {
  const { job_id: job, meta, label, title, recipe, state } = data;
  // A result is the answer itself, which names its job among what is said of it; a cancelled job names itself.
  const about = job ?? (isObject(meta) ? meta.job_id : undefined) ?? data.id;
  const words = [about, label, title, recipe, state].filter((part) => typeof part === 'string');
  return [id.padStart(8), event.padEnd(9), ...words].join('  ').trimEnd();
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
