import type { Exchange } from '../exchange/exchange.ts';
import { nameOfTarget, type FallbackTable, type FallbackTarget } from '../exchange/fallbacks.ts';
import type { RequestControls } from '../exchange/asked/request-controls.ts';
import type { AskedModel } from '../keys/grants/model-grants.ts';
import { textsIn } from '../keys/settings.ts';
import type { VirtualKey } from '../keys/virtual-key.ts';
import { passingOperation } from '../passing/operation.ts';
import { modelRefusal } from './caller-refusal.ts';

/**
 * Throws a 403 where a key, its team or its user has a list of models and what is asked for is not among it: the model,
 * and those that the request itself wants to stand in for it. What passes through names no model, so that a key with a
 * list needs the passage in `allowed_passthrough_routes`.
 */
export function checkModels(
  key: VirtualKey,
  exchange: Exchange,
  { describe, hasTeamModels }: { readonly describe: (name: string) => AskedModel; readonly hasTeamModels: boolean },
): void {
  if (key.models.areOpen && (!hasTeamModels || exchange.operation === passingOperation)) return;
  const { operation, request, controls } = exchange;
  if (operation === passingOperation) {
    if (textsIn(key.metadata, 'allowed_passthrough_routes').includes(request.model)) return;
    throw modelRefusal(request.model, 'key');
  }
  for (const name of [request.model, ...wishedFallbacks(controls)]) {
    const owner = key.models.ownerRefusing(describe(name));
    if (owner) throw modelRefusal(name, owner);
  }
}

/** The models that a request itself wants to stand in for the one that it asks. */
export function wishedFallbacks(controls: RequestControls): string[] {
  const { fallbacks, contextWindowFallbacks, contentPolicyFallbacks } = controls;
  return [fallbacks, contextWindowFallbacks, contentPolicyFallbacks].flatMap((wished) =>
    wished === undefined ? [] : targetsIn(wished).map(nameOfTarget),
  );
}

function targetsIn(wished: readonly FallbackTarget[] | FallbackTable): readonly FallbackTarget[] {
  return wished instanceof Map ? [...(wished as FallbackTable).values()].flat() : (wished as readonly FallbackTarget[]);
}
