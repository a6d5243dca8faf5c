import { followJob } from './follow-job.ts';
import { idIn } from './id-in.ts';
import type { JsonSchema, Tool } from './tool.ts';
import { given, resultOfLooking } from './tool-results.ts';

const jobId: JsonSchema = {
  type: 'object',
  properties: { job_id: { type: 'string', description: '`job_…`, as the tools that write give it.' } },
  required: ['job_id'],
};

export const STATES = ['queued', 'running', 'succeeded', 'failed', 'cancelled'];

const getJob: Tool = {
  name: 'get_job',
  title: 'Fetch a result',
  description: 'Waits up to 40 seconds for a piece of work, and gives its result, or how far it is. Costs nothing.',
  inputSchema: jobId,
  outputSchema: {
    type: 'object',
    properties: {
      job_id: { type: 'string' },
      recipe: { type: 'string' },
      state: { type: 'string', enum: STATES },
      progress: { type: 'object', description: '`{done, total, label}`' },
      result: { type: 'object', description: 'As the tool gives it that was called.' },
      partial: { type: 'object', description: 'What there is of it while there is no result.' },
      error: { type: 'string', description: 'Why there is none, and what to do.' },
      model: { type: 'string' },
      cost_usd: { type: 'number' },
      findings: { type: 'array', items: { type: 'string' } },
      next: { type: 'string' },
    },
    required: ['job_id', 'recipe', 'state'],
  },
  annotations: { readOnlyHint: true, openWorldHint: false },
  async call(input, call) {
    const untilAt = performance.now() + call.patienceMs;
    const job = await call.client.jobs.get(idIn(input, 'job_id'));
    // Who no longer waits for a look has not asked to end the work.
    const looking = { ...call, cancelled: NEVER, left: AbortSignal.any([call.left, call.cancelled]) };
    return resultOfLooking(await followJob(job, looking, untilAt));
  },
};

const NEVER = new AbortController().signal;

const cancelJob: Tool = {
  name: 'cancel_job',
  title: 'Cancel work',
  description: 'Ends a piece of work that goes on. What was made of it stays; one that has ended stays as it is.',
  inputSchema: jobId,
  outputSchema: {
    type: 'object',
    properties: { job_id: { type: 'string' }, state: { type: 'string', enum: STATES } },
    required: ['job_id', 'state'],
  },
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: false },
  async call(input, { client }) {
    const { id, state } = await client.jobs.cancel(idIn(input, 'job_id'));
    return given({ job_id: id, state });
  },
};

export const jobTools: readonly Tool[] = [getJob, cancelJob];
