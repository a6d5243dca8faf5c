import { z } from 'zod';
import { address, port } from './kinds.ts';
import type { Variable } from './variable.ts';

const section = 'Redis';

/** Where the shared state lives; without any of them it is kept in memory. Both servers spread it. */
export const redisVariables = {
  REDIS_URL: {
    schema: address('redis', 'rediss').optional(),
    secret: true,
    description:
      'Redis for cache, rate limits and shared router state. Otherwise memory, which serves one process on one machine.',
    section,
    example: 'redis://:password@127.0.0.1:6379',
  },
  REDIS_HOST: {
    schema: z.string().optional(),
    description: "Redis' host, instead of REDIS_URL.",
    section,
    example: '127.0.0.1',
  },
  REDIS_PORT: {
    schema: port(),
    default: 6379,
    description: "Redis' port, beside REDIS_HOST.",
    section,
  },
  REDIS_PASSWORD: {
    schema: z.string().optional(),
    secret: true,
    description: "Redis' password, beside REDIS_HOST.",
    section,
  },
} as const satisfies Record<string, Variable>;
