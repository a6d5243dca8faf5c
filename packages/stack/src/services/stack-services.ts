import type { Service } from '../service.ts';
import { gateway } from './gateway.ts';
import { mpcApi } from './mpc-api.ts';
import { redis } from './redis.ts';
import { worker } from './worker.ts';

/** The services of the stack, in the order in which they start. */
export const stackServices: readonly Service[] = [redis, gateway, mpcApi, worker];
