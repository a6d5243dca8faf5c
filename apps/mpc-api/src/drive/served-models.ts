import type { ServedModel } from '@showrunner/contract';
import type { ModelInfo } from '../gateway/read-models.ts';
import { describeModel, isConcrete, writes, type ModelWish } from './choose-model.ts';

/** The gateway's model groups that can write, each once, in its order; patterns of names are none. */
export function servedModels(models: readonly ModelInfo[], strategy: ModelWish['strategy']): ServedModel[] {
  const names = new Set(models.filter((model) => writes(model) && isConcrete(model)).map((model) => model.model_name));
  return [...names].map((name) => servedModel(name, models, strategy));
}

function servedModel(name: string, models: readonly ModelInfo[], wanted: ModelWish['strategy']): ServedModel {
  const { strategy, price, maxInputTokens, maxOutputTokens } = describeModel(name, models, wanted);
  const languages = languagesOf(models.filter(({ model_name }) => model_name === name));
  return {
    name,
    strategy,
    price,
    limits: { input_tokens: maxInputTokens ?? null, output_tokens: maxOutputTokens ?? null },
    ...(languages === undefined ? {} : { languages }),
  };
}

/** Those in which every deployment was found fit; unknown where one was not measured. */
function languagesOf(group: readonly ModelInfo[]): string[] | undefined {
  const [first, ...others] = group.map(({ model_info }) => model_info?.languages);
  if (first === undefined) return undefined;
  if (others.some((other) => other === undefined)) return undefined;
  return first.filter((tag) => others.every((other) => other?.includes(tag)));
}
