import type { ServedModel } from '@showrunner/contract';
import type { ModelInfo } from '../../gateway/read-models.ts';
import { describeModel, isConcrete, writes, type ModelWish } from './choose-model.ts';

/** The gateway's model groups that can write, each once, in its order; patterns of names are none. */
export function servedModels(models: readonly ModelInfo[], strategy: ModelWish['strategy']): ServedModel[] {
  const names = new Set(models.filter((model) => writes(model) && isConcrete(model)).map((model) => model.model_name));
  return [...names].map((name) => servedModel(name, models, strategy));
}

function servedModel(name: string, models: readonly ModelInfo[], wanted: ModelWish['strategy']): ServedModel {
  const { strategy, price, maxInputTokens, maxOutputTokens, languages } = describeModel(name, models, wanted);
  return {
    name,
    strategy,
    price,
    limits: { input_tokens: maxInputTokens ?? null, output_tokens: maxOutputTokens ?? null },
    ...(languages === undefined ? {} : { languages: [...languages] }),
  };
}
