import { operations, pathOf, revises, type Operation } from '@showrunner/recipes';
import type { EnvelopeAnswer, Route, RouteBody } from '@showrunner/routes';
import { z } from 'zod';
import { optionsOf } from '../generation-options.ts';
import { job } from '../job.ts';
import { generationMeta } from '../meta.ts';

/** A route that writes, and the operation by which it does. */
export interface GenerateRoute extends Route {
  readonly operation: Operation;
  readonly scope: string;
  readonly body: RouteBody;
  readonly answer: EnvelopeAnswer;
}

/** Routes by their operation ids. */
export type GenerateRoutes = Readonly<Record<string, GenerateRoute>>;

const EVENTS =
  'Events `start`, `progress`, `outline` (of a long script), `scene`, `part` (of a package), `check`, then `result` (the success envelope) or `failed` (the error envelope).';

/** `POST /generate/<recipe>` for each operation. */
export function generateRoutesOf(offered: readonly Operation[]): GenerateRoutes {
  return Object.fromEntries(offered.map((operation) => [operationIdOf(operation), generateRoute(operation)]));
}

/** Those of every operation that the registry has. */
export const generateRoutes = generateRoutesOf(operations);

function generateRoute(operation: Operation): GenerateRoute {
  const name = typeNameOf(operation.name);
  return {
    operation,
    method: 'post',
    path: pathOf(operation),
    tag: 'Generate',
    summary: `Generate: ${operation.title.toLowerCase()}`,
    description: operation.description,
    scope: `generate:${operation.name}`,
    body: { name: `${name}Input`, schemas: [operation.input, optionsOf(operation)], example: operation.example },
    answer: {
      kind: 'envelope',
      name,
      data: withVariants(operation),
      meta: generationMeta,
      events: EVENTS,
      accepted: { name: 'Job', data: job },
    },
    once: true,
    errors: [
      'VALIDATION_ERROR',
      // A preset, a brand voice or an earlier result that is named and is not there.
      'NOT_FOUND',
      // Cancelled while its caller waited for it; of a revision also that another one came before.
      'conflict',
      ...(revises(operation) ? (['precondition_failed'] as const) : []),
      'GENERATION_FAILED',
      'LLM_ERROR',
      'GATEWAY_TIMEOUT',
    ],
    sdk: `generate.${name.charAt(0).toLowerCase()}${name.slice(1)}`,
  };
}

/** A result, and where several were asked for, all of them. A revision is one. */
function withVariants({ output, references }: Operation): z.ZodType {
  if (!(output instanceof z.ZodObject) || revises({ references })) return output;
  return output.extend({ variants: z.array(output).optional().describe('All results, where several were asked for.') });
}

/** `script` → `generateScript`, `script.revise` → `reviseScript`. */
function operationIdOf({ name }: Pick<Operation, 'name'>): string {
  const [kind = '', verb = 'generate'] = name.split('.');
  return `${verb}${typeNameOf(kind)}`;
}

/** An operation's name as that of a type: `thumbnail-prompt` → `ThumbnailPrompt`, `script.revise` → `ScriptRevise`. */
export function typeNameOf(name: string): string {
  return name.replace(/(?:^|[-.])(\w)/g, (_, letter: string) => letter.toUpperCase());
}
