import { providers } from './registry.generated.ts';
import type { ProviderAdapter } from './spec/adapter.ts';

/** A deployment's `model` taken apart, or what is wrong with it and how to fix it. */
export type ModelResolution = { adapter: ProviderAdapter; model: string } | { problem: string };

const byPrefix = new Map(
  providers.flatMap((adapter) =>
    [adapter.name, ...(adapter.aliases ?? [])].map((prefix) => [prefix, adapter] as const),
  ),
);

/** The adapter that goes by this prefix. */
export function findProvider(prefix: string): ProviderAdapter | undefined {
  return byPrefix.get(prefix);
}

/**
 * Reads `litellm_params.model` as LiteLLM does: `groq/llama-3.3-70b` names its vendor; `gpt-5.4` and `claude-opus-4-8`
 * are known by their names; `custom_llm_provider` beats both. Only the first part is a prefix, so that
 * `openrouter/anthropic/claude-opus-4.5` is OpenRouter's model `anthropic/claude-opus-4.5`.
 */
export function resolveModel(model: string, customProvider?: string): ModelResolution {
  const slash = model.indexOf('/');
  const prefix = slash > 0 ? model.slice(0, slash) : undefined;
  const rest = model.slice(slash + 1);
  if (customProvider !== undefined) {
    const adapter = findProvider(customProvider);
    if (!adapter) return { problem: unknownProvider(customProvider) };
    return { adapter, model: prefix !== undefined && findProvider(prefix) === adapter ? rest : model };
  }
  const named = prefix === undefined ? undefined : findProvider(prefix);
  if (named)
    return rest === '' ? { problem: `"${model}" names a provider but no model` } : { adapter: named, model: rest };
  const inferred = providers.find(({ modelPatterns = [] }) => modelPatterns.some((pattern) => pattern.test(model)));
  if (inferred) return { adapter: inferred, model };
  if (prefix !== undefined) return { problem: unknownProvider(prefix) };
  return {
    problem: `no provider is known for the model "${model}": write provider/model, for example openai/${model}; ${knownProviders()}`,
  };
}

function unknownProvider(name: string): string {
  return `the provider "${name}" is not known; ${knownProviders()}. A server of OpenAI's wire is reached as openai/… with api_base`;
}

function knownProviders(): string {
  return `known are ${providers.map(({ name }) => name).join(', ')}`;
}
