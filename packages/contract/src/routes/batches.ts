import type { RouteTable } from '@showrunner/routes';
import { z } from 'zod';
import { batch, batchInput, batchSummary } from '../batch.ts';
import { ignoredMeta } from '../key.ts';
import { pageMeta, pageQuery } from '../page.ts';

const one = { kind: 'envelope', name: 'Batch', data: batch } as const;

/** Many requests as one. */
export const batchRoutes = {
  createBatch: {
    method: 'post',
    path: '/batch',
    tag: 'Batches',
    summary: 'Ask for up to a thousand things at once',
    description:
      'Accepts up to 1,000 requests, each a job, all of them or none: 422 names what is wrong with which (`items[998].input.duration`). The key needs the scope of every recipe in it.',
    scope: 'any',
    body: {
      name: 'BatchInput',
      schemas: [batchInput],
      example: {
        items: [
          { recipe: 'script', input: { prompt: 'How espresso works', duration: 45 }, client_ref: 'video 1' },
          { recipe: 'metadata', input: { content: 'How tea turns bitter', title: 'Bitter tea' } },
        ],
        previous_titles: ['How coffee works'],
      },
    },
    answer: { ...one, meta: ignoredMeta, status: 202 },
    once: true,
    errors: ['VALIDATION_ERROR', 'LLM_ERROR', 'GATEWAY_TIMEOUT'],
    sdk: 'batches.create',
  },
  listBatches: {
    method: 'get',
    path: '/batch',
    tag: 'Batches',
    summary: 'List batches, newest first',
    scope: 'jobs:read',
    query: pageQuery,
    answer: { kind: 'envelope', name: 'Batches', data: z.array(batchSummary), meta: pageMeta },
    errors: ['VALIDATION_ERROR'],
    sdk: 'batches.list',
  },
  getBatch: {
    method: 'get',
    path: '/batch/{id}',
    tag: 'Batches',
    summary: 'Read how far a batch is, item by item',
    scope: 'jobs:read',
    answer: one,
    errors: ['NOT_FOUND'],
    sdk: 'batches.get',
  },
  cancelBatch: {
    method: 'post',
    path: '/batch/{id}/cancel',
    tag: 'Batches',
    summary: 'Cancel what has not ended of a batch',
    description:
      'Cancels the items that have not ended; what has stays. The same call can be sent as often as one likes.',
    scope: 'jobs:write',
    answer: one,
    errors: ['NOT_FOUND'],
    sdk: 'batches.cancel',
  },
} as const satisfies RouteTable;
