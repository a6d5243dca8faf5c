import type { NewJob } from '../job.ts';
import { newId } from '../new-id.ts';

/** Work of the workspace `a` that nobody has asked for, to be accepted in a test. */
export function newJob(changes: Partial<NewJob> = {}): NewJob {
  return {
    id: newId('job'),
    workspace: 'a',
    recipe: 'script',
    requestId: 'req',
    clientRef: null,
    keyId: 'key',
    revision: null,
    replaces: null,
    input: { prompt: 'tea' },
    work: '{}',
    writer: null,
    deadlineMs: 60_000,
    priority: 5,
    webhookUrl: null,
    batch: null,
    ...changes,
  };
}
