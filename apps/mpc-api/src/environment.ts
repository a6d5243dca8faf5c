import {
  address,
  defineEnvironment,
  gatewayKeyVariable,
  origins,
  redisVariables,
  serverVariables,
  wholeNumber,
} from '@showrunner/service/environment';
import { z } from 'zod';
import { webhookVariables } from './environment/webhook-variables.ts';

const api = 'Content API';

/** Everything the content API reads from its environment. */
export const mpcApiEnvironment = defineEnvironment({
  ...serverVariables({ port: 3000 }),
  MPC_API_KEY: {
    schema: z.string().min(8, { error: 'at least 8 characters' }).max(512).optional(),
    secret: true,
    description:
      "The administrator's key. Without one the server listens on loopback only and lets everybody on this machine in.",
    section: api,
  },
  LITELLM_BASE_URL: {
    schema: address(),
    default: 'http://127.0.0.1:4000',
    description: "The gateway's root; a trailing `/v1` is tolerated. LiteLLM's own proxy serves as well.",
    section: api,
  },
  LITELLM_API_KEY: {
    schema: z.string().optional(),
    secret: true,
    description: 'The key for the gateway, where it is not LITELLM_MASTER_KEY.',
    section: api,
  },
  ...gatewayKeyVariable,
  MPC_DEFAULT_MODEL: {
    schema: z.string().max(200).optional(),
    description:
      'The model for requests that name none. Otherwise the group `default`, else the first chat model of the gateway.',
    section: api,
    example: 'gpt-5-mini',
  },
  MPC_STRATEGY: {
    schema: z.enum(['auto', 'single', 'staged'], { error: 'allowed: auto, single, staged' }),
    default: 'auto',
    description:
      'How models are asked: `single` for the whole at once, `staged` in small questions, `auto` by what the model is.',
    section: api,
  },
  CORS_ORIGINS: {
    schema: origins().optional(),
    description:
      'Origins whose pages may call this server with a key, between commas; `*` for all. It opens nothing to them where there is no key.',
    section: api,
    example: 'https://studio.example',
  },
  MPC_BODY_LIMIT: {
    schema: wholeNumber(1_024, 104_857_600),
    default: 1_048_576,
    description: 'The largest request body, in bytes.',
    section: api,
  },
  MPC_BATCH_BODY_LIMIT: {
    schema: wholeNumber(1_024, 104_857_600),
    default: 8_388_608,
    description: 'The largest body of a batch, in bytes.',
    section: api,
  },
  DATABASE_URL: {
    schema: address('postgres', 'postgresql').optional(),
    secret: true,
    description: 'Postgres for jobs and results. Otherwise SQLite in a file under DATA_DIR.',
    section: api,
    example: 'postgres://user:password@host:5432/showrunner',
  },
  JOB_RETENTION_DAYS: {
    schema: wholeNumber(1, 3_650),
    default: 30,
    description: 'How many days jobs and their results are kept after they have ended.',
    section: api,
  },
  ...webhookVariables,
  MPC_WORKERS: {
    schema: wholeNumber(0, 256),
    default: 4,
    description:
      'How many jobs this process carries out at once, fewer where the model takes fewer (the embedded one writes one after the other); with 0 the API only accepts them, and each worker beside it carries out 4.',
    section: api,
  },
  MPC_LEASE_SECONDS: {
    schema: wholeNumber(2, 600).optional(),
    description:
      'How long a job stays with a worker that is not heard of, before another one takes it: 25 on SQLite, 80 on Postgres.',
    section: api,
    example: '25',
  },
  MPC_DRAIN_SECONDS: {
    schema: wholeNumber(0, 3_600),
    default: 25,
    description:
      'How long requests and jobs under way may take to end when the server is to stop. Jobs that have not ended then are given back and go on elsewhere, which is no attempt.',
    section: api,
  },
  ...redisVariables,
});
