import {
  address,
  defineEnvironment,
  flag,
  gatewayKeyVariable,
  names,
  origins,
  redisVariables,
  Secret,
  serverVariables,
  wholeNumber,
  type EnvironmentOf,
  type ProcessEnvironment,
} from '@showrunner/service/environment';
import { z } from 'zod';
import { vendorSettings } from './vendor-settings.ts';

/** Each is a process of some 150 MB; more than a machine has cores is no use. */
export const MOST_WORKERS = 256;

const referencePath = z
  .string()
  .regex(/^\/[\w./~-]*$/, 'a path is needed, such as /docs')
  .optional();

/** Where the API's reference is shown: LiteLLM's variables. */
const referenceVariables = {
  DOCS_URL: reference(referencePath, 'Where the page of the API reference is. Otherwise `/docs`, to which `/` leads.'),
  NO_DOCS: reference(flag().optional(), 'Shows no page of the API reference.'),
  REDOC_URL: reference(referencePath, 'A further path that leads to that page. Otherwise `/redoc`.'),
  NO_REDOC: reference(flag().optional(), 'Has none.'),
  OPENAPI_URL: reference(referencePath, 'Where the OpenAPI document is. Otherwise `/openapi.json`.'),
  NO_OPENAPI: reference(flag().optional(), 'Has no document, and so no page.'),
  ROOT_REDIRECT_URL: reference(z.string().optional(), 'Where `/` leads, in place of that page.'),
};

function reference<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { schema, description, section: 'Gateway', inExample: false } as const;
}

function isListOfNodes(text: string): boolean {
  if (text === '') return true;
  try {
    const nodes: unknown = JSON.parse(text);
    return Array.isArray(nodes) && nodes.every((node) => typeof (node as { host?: unknown } | null)?.host === 'string');
  } catch {
    return false;
  }
}

/** What the gateway itself reads of the environment; a configuration file may name any further variable. */
export const gatewayEnvironment = defineEnvironment({
  ...serverVariables({ port: 4000 }),
  CONFIG_FILE_PATH: {
    schema: z.string().optional(),
    description: 'The configuration file (LiteLLM YAML), where `--config` does not say.',
    section: 'Gateway',
    inEnvFile: false,
  },
  ...gatewayKeyVariable,
  SERVER_ROOT_PATH: {
    schema: z
      .string()
      .regex(/^(\/[\w.~-]+)*\/?$/, 'a path is needed, such as /llm')
      .transform((path) => path.replace(/\/$/, ''))
      .optional(),
    description: 'What a proxy leaves before each path. Paths without it are served as well.',
    section: 'Gateway',
    example: '/llm',
    inExample: false,
  },
  ...referenceVariables,
  LITELLM_LOG: {
    schema: z.preprocess(
      (text) => (typeof text === 'string' ? text.toLowerCase() : text),
      z
        .enum(['debug', 'info', 'warning', 'error', 'critical'], {
          error: 'allowed: DEBUG, INFO, WARNING, ERROR, CRITICAL',
        })
        .optional(),
    ),
    description: "LiteLLM's name of LOG_LEVEL, which counts where both are set.",
    section: 'Gateway',
    inEnvFile: false,
  },
  NUM_WORKERS: {
    schema: wholeNumber(1, MOST_WORKERS).optional(),
    description:
      'How many processes serve, at most one for each core; `--workers` and `--num_workers` come before it. Otherwise one.',
    section: 'Gateway',
    example: '4',
  },
  WITHOUT_GUARDRAILS: {
    schema: names(),
    default: [],
    description:
      'Guardrails of the configuration that the gateway starts without, though each request would meet them, between commas; beside those of `--without-guardrail`.',
    section: 'Gateway',
    inExample: false,
  },
  PROXY_BATCH_POLLING_INTERVAL: {
    schema: wholeNumber(1, 2_000_000).optional(),
    description:
      'How often vendors are asked how far batches are, in seconds, so that what they cost is written down; 3600.',
    section: 'Gateway',
    inExample: false,
  },
  LITELLM_CORS_ORIGINS: {
    schema: origins(),
    default: ['*'],
    description:
      'Origins whose pages may call this server, between commas. `*` is everybody with a key; without one, only pages of origins that stand here.',
    section: 'Gateway',
    inExample: false,
  },
  LITELLM_CORS_ALLOW_CREDENTIALS: {
    schema: flag().optional(),
    description: 'Whether browsers may send cookies and the like: yes where origins are named, no where they are `*`.',
    section: 'Gateway',
    inExample: false,
  },
  LITELLM_DATABASE_URL: {
    schema: address('postgres', 'postgresql').optional(),
    secret: true,
    description:
      'Postgres for keys, teams, budgets and spend, in a schema `showrunner_gateway`. Otherwise the database in which tables of LiteLLM are found (`database_url` of the configuration, `DATABASE_URL`), else SQLite in a file under DATA_DIR.',
    section: 'Gateway',
    example: 'postgres://user:password@host:5432/gateway',
  },
  LITELLM_SALT_KEY: {
    schema: z.string().optional(),
    secret: true,
    description:
      "Seals the ids of responses that lie with providers; the same for all replicas. Without it the gateway's key does, and then they end with it.",
    section: 'Gateway',
    inExample: false,
  },
  ...redisVariables,
  REDIS_CLUSTER_NODES: {
    schema: z
      .string()
      .refine(isListOfNodes, 'a JSON list of nodes is needed, such as [{"host": "redis-1", "port": 6379}]')
      .optional(),
    description:
      "Nodes of a Redis Cluster, instead of REDIS_URL and REDIS_HOST; each leads to the others. LiteLLM's name.",
    section: 'Redis',
    example: '[{"host": "redis-1", "port": 6379}]',
    inExample: false,
  },
  ...vendorSettings,
});

/** What a configuration file's references see: the process's environment, and secrets that stand in files. */
export function configurationEnvironment(
  own: ProcessEnvironment,
  settings: EnvironmentOf<typeof gatewayEnvironment.variables>,
): ProcessEnvironment {
  const secrets = Object.entries(settings).flatMap(([name, value]) =>
    value instanceof Secret ? [[name, value.reveal()] as const] : [],
  );
  return { ...own, ...Object.fromEntries(secrets) };
}

/** LiteLLM's levels, as the log calls them. */
const LITELLM_LEVELS = { debug: 'debug', info: 'info', warning: 'warn', error: 'error', critical: 'fatal' } as const;

/** How much is logged: `LOG_LEVEL`, else `LITELLM_LOG`. */
export function logLevel(
  { LOG_LEVEL: level, LITELLM_LOG: asLiteLlmSays }: EnvironmentOf<typeof gatewayEnvironment.variables>,
  own: ProcessEnvironment,
): typeof level {
  return own.LOG_LEVEL || asLiteLlmSays === undefined ? level : LITELLM_LEVELS[asLiteLlmSays];
}
