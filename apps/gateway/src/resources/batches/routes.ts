import type { RouteTable } from '@showrunner/routes';
import { z } from 'zod';
import { listQuery } from '../list-query.ts';
import { pathsBelow } from '../at-vendors/paths.ts';

const shape = { kind: 'json', name: 'Batch', schema: z.record(z.string(), z.unknown()) } as const;
const tag = 'Batches';
const errors = ['NOT_FOUND'] as const;

/** Batches that vendors carry out (OpenAI's API reference, "Batch", 2026-11). */
export const batchRoutes = {
  createBatch: {
    ...pathsBelow('batches', ''),
    method: 'post',
    tag,
    summary: 'Have the requests of a file carried out',
    scope: 'batches:write',
    body: {
      name: 'BatchRequest',
      schemas: [z.looseObject({ input_file_id: z.string(), endpoint: z.string(), completion_window: z.string() })],
      example: { input_file_id: 'file-…', endpoint: '/v1/chat/completions', completion_window: '24h' },
    },
    answer: shape,
    errors,
  },
  listBatches: {
    ...pathsBelow('batches', ''),
    method: 'get',
    tag,
    summary: 'List the batches of one’s own',
    scope: 'batches:read',
    query: z.looseObject(listQuery(100, 20)),
    answer: { kind: 'json', name: 'Batches', schema: z.record(z.string(), z.unknown()) },
    errors: [],
  },
  getBatch: {
    ...pathsBelow('batches', '/{id}'),
    method: 'get',
    tag,
    summary: 'See how far a batch is',
    scope: 'batches:read',
    answer: shape,
    errors,
  },
  cancelBatch: {
    ...pathsBelow('batches', '/{id}/cancel'),
    method: 'post',
    tag,
    summary: 'Cancel a batch',
    scope: 'batches:write',
    answer: shape,
    errors,
  },
} as const satisfies RouteTable;
