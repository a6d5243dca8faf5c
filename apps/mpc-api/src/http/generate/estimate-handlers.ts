import type { Caller } from '@showrunner/access';
import type { Estimate, EstimateMeta, EstimateRoute, EstimateRoutes } from '@showrunner/contract';
import type { Operation } from '@showrunner/recipes';
import type { Call, Enveloped, Handlers } from '@showrunner/service';
import type { Composed } from '../../drive/compose/compose.ts';
import { generateRequestOf } from './generate-request-of.ts';
import type { GenerateParts } from './generate-parts.ts';
import { requestLife } from '../request-life.ts';

type EstimateCall = Call<EstimateRoute, Caller>;

/** One handler for each operation: what its answer would take. */
export function estimateHandlers(routes: EstimateRoutes, parts: GenerateParts): Handlers<EstimateRoutes, Caller> {
  return Object.fromEntries(
    Object.entries(routes).map(([operationId, { estimated }]) => [
      operationId,
      (call: EstimateCall) => estimateCall(estimated, call, parts),
    ]),
  );
}

async function estimateCall(
  operation: Operation,
  call: EstimateCall,
  { generation, stopping }: GenerateParts,
): Promise<Enveloped<Estimate>> {
  const life = requestLife(call.reply, stopping);
  const composed = await generation.compose(generateRequestOf(operation, call), life.signal);
  life.expireAfter(composed.deadlineMs);
  const data = await generation.estimate(composed, life.signal);
  return { data, message: `${operation.title} estimated.`, meta: metaOf(composed) };
}

function metaOf({
  request,
  options,
  operation,
  model,
  asksModel,
  ignored,
}: Composed): EstimateMeta & Record<string, unknown> {
  return {
    request_id: request.requestId,
    client_ref: options.client_ref ?? null,
    model_requested: asksModel ? model.name : null,
    strategy: model.strategy,
    recipe: operation.name,
    recipe_version: operation.version,
    prompt_version: operation.promptVersion,
    ignored: [...ignored],
  };
}
