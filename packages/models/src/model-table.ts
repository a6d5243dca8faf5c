import type { ModelInfo } from './model-info.ts';
import { openAiParamsOf } from './openai-params.ts';
import table from './model-table.generated.json' with { type: 'json' };

/** Where the table comes from, its licence and the day it was read. */
export const modelTableSource: Readonly<Record<string, string>> = table.source;

const models: Readonly<Record<string, Readonly<Record<string, ModelInfo>>>> = table.models;

/** The vendor's model ids that the bundled table knows. */
export function modelsOf(provider: string): readonly string[] {
  return Object.hasOwn(models, provider) ? Object.keys(models[provider] ?? {}) : [];
}

/**
 * What the bundled table says about a vendor's model id, under LiteLLM's names; nothing where it does not know it, and
 * then its cost is unknown. A fine-tuned model (`ft:gpt-4o-mini-2024-07-18:org::id`) costs what its base does as a
 * fine-tuned one.
 */
export function lookUpModel(provider: string, model: string): ModelInfo | undefined {
  const known = Object.hasOwn(models, provider) ? models[provider] : undefined;
  if (!known) return undefined;
  const name = model.startsWith('ft:') ? model.split(':').slice(0, 2).join(':') : model;
  if (!Object.hasOwn(known, name)) return undefined;
  const params = openAiParamsOf(provider, name);
  return params ? { ...known[name], supported_openai_params: params } : known[name];
}
