import { setTimeout as pause } from 'node:timers/promises';
import type { CallToolResult } from '@modelcontextprotocol/server';
import type { Batch, BatchInput } from '@showrunner/client';
import { batchRoutes } from '@showrunner/contract';
import { callKey } from './call-key.ts';
import { idIn } from './id-in.ts';
import { STATES } from './job-tools.ts';
import type { JsonSchema, Tool, ToolCall } from './tool.ts';
import { given } from './tool-results.ts';
import { inputOf } from './writing-tools.ts';

const LOOK_EVERY_MS = 2_000;

const batchId: JsonSchema = {
  type: 'object',
  properties: { batch_id: { type: 'string', description: '`batch_…`, as generate_batch gives it.' } },
  required: ['batch_id'],
};

const batchView: JsonSchema = {
  type: 'object',
  properties: {
    batch_id: { type: 'string' },
    state: { type: 'string', enum: ['queued', 'running', 'completed'] },
    counts: { type: 'object', description: 'How many items are queued, running, succeeded, failed, cancelled.' },
    items: {
      type: 'array',
      description: 'In the order in which they were asked for; get_job gives the result of each.',
      items: {
        type: 'object',
        properties: {
          job_id: { type: 'string' },
          recipe: { type: 'string' },
          state: { type: 'string', enum: STATES },
          client_ref: { type: 'string' },
        },
        required: ['job_id', 'recipe', 'state'],
      },
    },
    next: { type: 'string', description: 'What to do while it goes on.' },
  },
  required: ['batch_id', 'state', 'counts', 'items'],
};

const generateBatch: Tool = {
  name: 'generate_batch',
  title: 'Ask for many things at once',
  description:
    'Accepts up to 1,000 requests, all of them or none, each with the input of its own tool, and answers at once. get_batch waits for them. The same arguments meet the same batch for 24 hours.',
  inputSchema: inputOf(batchRoutes.createBatch),
  outputSchema: batchView,
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  async call(input, { client }) {
    const idempotencyKey = callKey('generate_batch', input);
    // The API says what is wrong with it.
    const { data } = await client.batches.create(input as unknown as BatchInput, { idempotencyKey });
    return viewOf(data);
  },
};

const getBatch: Tool = {
  name: 'get_batch',
  title: 'Follow a batch',
  description: 'Waits up to 40 seconds for the items of a batch, and tells how far each is. Costs nothing.',
  inputSchema: batchId,
  outputSchema: batchView,
  annotations: { readOnlyHint: true, openWorldHint: false },
  async call(input, call) {
    return viewOf(await completed(idIn(input, 'batch_id'), call));
  },
};

const cancelBatch: Tool = {
  name: 'cancel_batch',
  title: 'Cancel a batch',
  description: 'Cancels what has not ended of a batch; what has stays as it is.',
  inputSchema: batchId,
  outputSchema: batchView,
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: false },
  async call(input, { client }) {
    return viewOf(await client.batches.cancel(idIn(input, 'batch_id')));
  },
};

export const batchTools: readonly Tool[] = [generateBatch, getBatch, cancelBatch];

/** The batch when all of it has ended, or as it is when its caller's patience does. */
async function completed(id: string, { client, patienceMs, cancelled, left, tell }: ToolCall): Promise<Batch> {
  const over = AbortSignal.any([AbortSignal.timeout(patienceMs), cancelled, left]);
  for (;;) {
    const batch = await client.batches.get(id);
    if (batch.state === 'completed' || over.aborted) return batch;
    const { queued, running } = batch.counts;
    tell?.(`${batch.items.length - queued - running} of ${batch.items.length} have ended`);
    await pause(LOOK_EVERY_MS, undefined, { signal: over }).catch(() => undefined);
  }
}

function viewOf({ id, state, counts, items }: Batch): CallToolResult {
  return given({
    batch_id: id,
    state,
    counts,
    items: items.map(({ job_id, recipe, state: itemState, client_ref }) => ({
      job_id,
      recipe,
      state: itemState,
      ...(client_ref === null ? {} : { client_ref }),
    })),
    ...(state === 'completed'
      ? {}
      : { next: `It goes on. Call get_batch with {"batch_id": "${id}"}, as often as needed; get_job gives a result.` }),
  });
}
