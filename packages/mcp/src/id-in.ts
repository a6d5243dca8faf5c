import { invalidInput, missingInput } from '@showrunner/errors';

/** The id that a tool was given; throws what the API would say of a body. */
export function idIn(input: Readonly<Record<string, unknown>>, member: 'job_id' | 'batch_id'): string {
  const id = input[member];
  const allowed = member === 'job_id' ? 'the id of a job, job_…' : 'the id of a batch, batch_…';
  if (id === undefined) throw missingInput([{ path: member, reason: 'is missing', allowed }]);
  if (typeof id === 'string' && id.trim() !== '') return id;
  throw invalidInput([{ path: member, reason: 'is no id', allowed }]);
}
