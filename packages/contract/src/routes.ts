import type { ErrorCode } from '@showrunner/errors';
import { recipes, type Recipe } from '@showrunner/recipes';
import { z } from 'zod';
import { generationOptions } from './generation-options.ts';
import { job, jobsQuery } from './job.ts';
import { generationMeta } from './meta.ts';

/** One way into the API, as data: servers, the API reference, the SDK and the command line are made from it. */
export interface Route {
  readonly method: 'get' | 'post';
  /** With OpenAPI's braces: `/jobs/{id}`. */
  readonly path: string;
  /** camelCase, unique. */
  readonly operationId: string;
  readonly tag: 'Generate' | 'Jobs' | 'Health';
  readonly summary: string;
  readonly description?: string;
  /** What a key needs; null for routes that are open. */
  readonly scope: string | null;
  readonly query?: z.ZodObject;
  readonly body?: RouteBody;
  readonly answer: RouteAnswer;
  /** Codes this route answers with beside those of every request. */
  readonly errors: readonly ErrorCode[];
}

export interface RouteBody {
  /** The component's name in the API reference. */
  readonly name: string;
  /** JSON Schema of the recipe's own input is joined with the options that all recipes have. */
  readonly schemas: readonly z.ZodType[];
  readonly example: Readonly<Record<string, unknown>>;
}

export type RouteAnswer =
  | {
      readonly kind: 'envelope';
      readonly name: string;
      readonly data: z.ZodType;
      readonly meta: z.ZodType;
      /** Also as server-sent events when asked for. */
      readonly streams: boolean;
    }
  | { readonly kind: 'json'; readonly name: string; readonly schema: z.ZodType }
  | { readonly kind: 'text'; readonly mediaType: string };

const health = z.looseObject({ status: z.string() });

export const routes: readonly Route[] = [
  ...recipes.map(generateRoute),
  {
    method: 'get',
    path: '/jobs',
    operationId: 'listJobs',
    tag: 'Jobs',
    summary: 'List what was generated, newest first',
    scope: 'jobs:read',
    query: jobsQuery,
    answer: { kind: 'envelope', name: 'Jobs', data: z.array(job), meta: z.looseObject({}), streams: false },
    errors: ['VALIDATION_ERROR'],
  },
  {
    method: 'get',
    path: '/jobs/{id}',
    operationId: 'getJob',
    tag: 'Jobs',
    summary: 'Read one job and its result',
    scope: 'jobs:read',
    answer: { kind: 'envelope', name: 'Job', data: job, meta: z.looseObject({}), streams: false },
    errors: ['NOT_FOUND'],
  },
  healthRoute('/health', 'getHealth', 'State of the service and what it depends on; details only with a key'),
  healthRoute('/health/live', 'getLiveness', 'Whether the process answers'),
  healthRoute('/health/ready', 'getReadiness', 'Whether requests can be taken'),
  {
    method: 'get',
    path: '/metrics',
    operationId: 'getMetrics',
    tag: 'Health',
    summary: 'Prometheus metrics',
    scope: 'admin',
    answer: { kind: 'text', mediaType: 'text/plain' },
    errors: [],
  },
];

function generateRoute(recipe: Recipe): Route {
  const name = typeNameOf(recipe.name);
  return {
    method: 'post',
    path: `/generate/${recipe.name}`,
    operationId: `generate${name}`,
    tag: 'Generate',
    summary: `Generate: ${recipe.title.toLowerCase()}`,
    description: recipe.description,
    scope: `generate:${recipe.name}`,
    body: { name: `${name}Input`, schemas: [recipe.input, generationOptions], example: recipe.example },
    answer: { kind: 'envelope', name, data: recipe.output, meta: generationMeta, streams: true },
    errors: [
      'VALIDATION_ERROR',
      ...(recipe.references.length > 0 ? (['NOT_FOUND'] as const) : []),
      'GENERATION_FAILED',
      'LLM_ERROR',
      'GATEWAY_TIMEOUT',
    ],
  };
}

function healthRoute(path: string, operationId: string, summary: string): Route {
  const answer = { kind: 'json', name: 'Health', schema: health } as const;
  return {
    method: 'get',
    path,
    operationId,
    tag: 'Health',
    summary,
    scope: null,
    answer,
    errors: ['SERVICE_UNAVAILABLE'],
  };
}

/** A recipe's name as that of a type: `thumbnail-prompt` → `ThumbnailPrompt`. */
export function typeNameOf(name: string): string {
  return name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
