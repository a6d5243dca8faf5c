import { readFacts, type ModelFacts } from './model-facts.ts';
import type { ModelInfo } from './model-info.ts';
import { readPrice, type ModelPrice } from './price.ts';
import { isPriceMember } from './unit.ts';

/** Where knowledge of a model comes from, the weakest first. */
export interface ModelLayers {
  /** Its entry in the table. */
  readonly table?: ModelInfo | undefined;
  /** `model_info` of the deployment. */
  readonly info?: ModelInfo | undefined;
  /** `litellm_params` of the deployment, of which prices alone count. */
  readonly params?: ModelInfo | undefined;
}

/** What is known of a model, all layers together. */
export interface ModelDescription {
  readonly facts: ModelFacts | undefined;
  readonly price: ModelPrice | undefined;
  /** The members themselves, under LiteLLM's names, as `/model/info` shows them. */
  readonly info: ModelInfo;
}

/**
 * The one rule by which a model's knowledge is put together: member by member the stronger layer wins, as in LiteLLM
 * 1.90.0 (`router.py`, `_create_deployment`: prices in `litellm_params` are written over those of `model_info`). Null
 * means "not said".
 */
export function describeModel({ table = {}, info = {}, params = {} }: ModelLayers): ModelDescription {
  const prices = Object.entries(params).filter(([member]) => isPriceMember(member));
  const known = Object.fromEntries(
    [...Object.entries(table), ...Object.entries(info), ...prices].filter(([, value]) => value !== null),
  );
  return { facts: readFacts(known), price: readPrice(known), info: known };
}
