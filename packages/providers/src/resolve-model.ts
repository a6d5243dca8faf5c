import { isLiteLlmVendor, vendorOfModel } from './litellm/known-names.ts';
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

/** What is said beside the model. */
export interface SaidOfVendor {
  /** `custom_llm_provider`, which beats what the model's name says. */
  readonly provider?: string | undefined;
  readonly apiBase?: string | undefined;
}

/**
 * Reads `litellm_params.model` as LiteLLM does: `groq/llama-3.3-70b` names its vendor; `gpt-5.4`, `whisper-1` and
 * `claude-opus-4-8` are known by their names, and any model by an address that is a vendor's. Only the first part is a
 * prefix, so that `openrouter/anthropic/claude-opus-4.5` is OpenRouter's model `anthropic/claude-opus-4.5`.
 */
export function resolveModel(model: string, { provider, apiBase }: SaidOfVendor = {}): ModelResolution {
  const slash = model.indexOf('/');
  const prefix = slash > 0 ? model.slice(0, slash) : undefined;
  const rest = model.slice(slash + 1);
  if (provider !== undefined) {
    const adapter = findProvider(provider);
    if (!adapter) return { problem: unknownProvider(provider) };
    return served(adapter, prefix !== undefined && findProvider(prefix) === adapter ? rest : model);
  }
  const named = prefix === undefined ? undefined : findProvider(prefix);
  if (named) return rest === '' ? { problem: `"${model}" names a provider but no model` } : served(named, rest);
  const adapter = vendorByName(model) ?? vendorAt(apiBase);
  return adapter ? served(adapter, model) : { problem: problemOf(model, prefix) };
}

/** A pattern stands for models that nobody has named yet. */
function served(adapter: ProviderAdapter, model: string): ModelResolution {
  const refusal = model.includes('*') ? undefined : adapter.refuses?.(model);
  return refusal === undefined ? { adapter, model } : { problem: `"${model}" cannot be called: ${refusal}` };
}

function vendorByName(model: string): ProviderAdapter | undefined {
  const known = vendorOfModel(model);
  return (
    (known === undefined ? undefined : findProvider(known)) ??
    providers.find(({ modelPatterns = [] }) => modelPatterns.some((pattern) => pattern.test(model)))
  );
}

/** Whose address this is, where it is one that a vendor has by default. */
function vendorAt(apiBase: string | undefined): ProviderAdapter | undefined {
  if (apiBase === undefined) return undefined;
  return providers.find(
    (vendor) =>
      vendor.transport === 'http' && vendor.defaultApiBase !== undefined && apiBase.startsWith(vendor.defaultApiBase),
  );
}

function problemOf(model: string, prefix: string | undefined): string {
  const vendor = vendorOfModel(model);
  if (vendor !== undefined) return `"${model}" is a model of ${vendor}, which is not served here yet`;
  if (prefix !== undefined) return unknownProvider(prefix);
  return `no provider is known for the model "${model}": write provider/model, for example openai/${model}`;
}

function unknownProvider(name: string): string {
  return isLiteLlmVendor(name)
    ? `the provider "${name}" is not served here yet`
    : `the provider "${name}" is not known; a server of OpenAI's wire is reached as openai/… with api_base`;
}
