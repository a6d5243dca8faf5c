import type { Operation } from '@showrunner/recipes';
import type { EnvelopeAnswer, Route, RouteBody } from '@showrunner/routes';
import { estimate, estimateMeta } from '../estimate.ts';
import { generateRoutes, type GenerateRoute, type GenerateRoutes } from './generate.ts';

/** A route that says what an answer would take, and the operation that would make it. */
export interface EstimateRoute extends Route {
  readonly estimated: Operation;
  readonly scope: string;
  readonly body: RouteBody;
  readonly answer: EnvelopeAnswer;
}

/** Routes by their operation ids. */
export type EstimateRoutes = Readonly<Record<string, EstimateRoute>>;

/** `POST /generate/<recipe>/estimate` for each route that writes, with its body and its scope. */
export function estimateRoutesOf(offered: GenerateRoutes): EstimateRoutes {
  return Object.fromEntries(
    Object.entries(offered).map(([operationId, route]) => [
      `estimate${operationId.charAt(0).toUpperCase()}${operationId.slice(1)}`,
      estimateRoute(route),
    ]),
  );
}

/** Those of every operation that the registry has. */
export const estimateRoutes = estimateRoutesOf(generateRoutes);

function estimateRoute({ operation, path, scope, body, errors }: GenerateRoute): EstimateRoute {
  return {
    estimated: operation,
    method: 'post',
    path: `${path}/estimate`,
    tag: 'Estimate',
    summary: `Estimate: ${operation.title.toLowerCase()}`,
    description:
      'Says how many questions the request would put to the model, with their tokens, cost and time, if nothing had to be put right. Nothing is asked. The body is that of the request itself, and refused for the same reasons.',
    scope,
    body,
    answer: { kind: 'envelope', name: 'Estimate', data: estimate, meta: estimateMeta },
    errors: errors.filter((error) => error !== 'GENERATION_FAILED'),
  };
}
