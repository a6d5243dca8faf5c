import type { RouteTable } from '@showrunner/routes';
import { z } from 'zod';
import { listQuery } from '../list-query.ts';

const shape = { kind: 'json', name: 'Response', schema: z.record(z.string(), z.unknown()) } as const;

/** Under each of OpenAI's and LiteLLM's spellings. */
function spelled<Rest extends string>(rest: Rest) {
  return {
    path: `/v1/responses/${rest}`,
    aliases: [`/responses/${rest}`, `/openai/v1/responses/${rest}`],
    tag: 'Responses',
    errors: ['NOT_FOUND'],
  } as const;
}

/** Responses that are kept (OpenAI's API reference, "Responses", 2026-11). */
export const responseRoutes = {
  getResponse: {
    ...spelled('{id}'),
    method: 'get',
    summary: 'Read a response',
    scope: 'responses:read',
    answer: shape,
  },
  deleteResponse: {
    ...spelled('{id}'),
    method: 'delete',
    summary: 'Delete a response',
    scope: 'responses:write',
    answer: shape,
  },
  cancelResponse: {
    ...spelled('{id}/cancel'),
    method: 'post',
    summary: 'Cancel a response that is made in the background',
    scope: 'responses:write',
    answer: shape,
  },
  listInputItems: {
    ...spelled('{id}/input_items'),
    method: 'get',
    summary: 'List what a response was made from',
    scope: 'responses:read',
    query: z.looseObject(listQuery(100, 20)),
    answer: {
      kind: 'json',
      name: 'InputItems',
      schema: z.object({
        object: z.literal('list'),
        data: z.array(z.record(z.string(), z.unknown())).readonly(),
        first_id: z.string().nullable(),
        last_id: z.string().nullable(),
        has_more: z.boolean(),
      }),
    },
  },
} as const satisfies RouteTable;
