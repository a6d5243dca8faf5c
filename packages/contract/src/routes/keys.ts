import type { RouteTable } from '@showrunner/routes';
import { z } from 'zod';
import { apiKey, ignoredMeta, keyChanges, keyInput, keyRemoval, newKey } from '../key.ts';
import { pageMeta, pageQuery } from '../page.ts';

const common = { tag: 'Keys', scope: 'admin' } as const;

/** Named keys: who may do what, how much, and whose things they see. */
export const keyRoutes = {
  listKeys: {
    ...common,
    method: 'get',
    path: '/keys',
    summary: 'List the named keys, newest first',
    description: 'Lists the named keys of every workspace, or of the one that `workspace` names, newest first.',
    query: pageQuery,
    answer: { kind: 'envelope', name: 'Keys', data: z.array(apiKey), meta: pageMeta },
    errors: ['VALIDATION_ERROR'],
    sdk: 'keys.list',
  },
  createKey: {
    ...common,
    method: 'post',
    path: '/keys',
    summary: 'Make a key, whose secret is shown this once',
    body: {
      name: 'KeyInput',
      schemas: [keyInput],
      example: {
        name: 'n8n',
        scopes: ['generate:*', 'jobs:read'],
        limits: { requests_per_minute: 60, daily_cost_usd: 5 },
      },
    },
    answer: { kind: 'envelope', name: 'NewKey', data: newKey, meta: ignoredMeta, status: 201 },
    once: true,
    errors: ['VALIDATION_ERROR'],
    sdk: 'keys.create',
  },
  getKey: {
    ...common,
    method: 'get',
    path: '/keys/{id}',
    summary: 'Read one key, without its secret',
    answer: { kind: 'envelope', name: 'Key', data: apiKey },
    errors: ['NOT_FOUND'],
    sdk: 'keys.get',
  },
  changeKey: {
    ...common,
    method: 'patch',
    path: '/keys/{id}',
    summary: 'Change a key; it holds everywhere within two seconds',
    body: { name: 'KeyChanges', schemas: [keyChanges], example: { limits: { daily_cost_usd: 10 } } },
    answer: { kind: 'envelope', name: 'Key', data: apiKey, meta: ignoredMeta },
    errors: ['NOT_FOUND', 'VALIDATION_ERROR'],
    sdk: 'keys.change',
  },
  deleteKey: {
    ...common,
    method: 'delete',
    path: '/keys/{id}',
    summary: 'Remove a key; it is refused everywhere within two seconds',
    description:
      'Removes a key, which is refused everywhere within two seconds; its streams end at their next heartbeat, its queued jobs go on, and what it has used stays in the usage.',
    query: keyRemoval,
    answer: { kind: 'nothing' },
    errors: ['NOT_FOUND', 'VALIDATION_ERROR'],
    sdk: 'keys.delete',
  },
  rotateKey: {
    ...common,
    method: 'post',
    path: '/keys/{id}/rotate',
    summary: 'Give a key a new secret, shown this once; the old one ends within two seconds',
    answer: { kind: 'envelope', name: 'NewKey', data: newKey },
    once: true,
    errors: ['NOT_FOUND'],
    sdk: 'keys.rotate',
  },
} as const satisfies RouteTable;
