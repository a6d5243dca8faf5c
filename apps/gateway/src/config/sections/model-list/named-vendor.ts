import type { ModelInfo } from '@showrunner/models';
import { findProvider, isLiteLlmVendor, providers, resolveModel, type ProviderAdapter } from '@showrunner/providers';
import { nearestName } from '@showrunner/errors/nearest-name';
import type { Section } from '../../reading/section.ts';

/** A vendor, and its own name of the model. */
export interface NamedVendor {
  readonly adapter: ProviderAdapter;
  readonly model: string;
  /** The model is `*`: until a caller names one, OpenAI stands for all, as in LiteLLM. */
  readonly isNamedByCallers?: boolean;
}

/** Who serves a model; nothing where nobody does, with a finding. */
export function readVendor(params: Section, model: string): NamedVendor | undefined {
  const provider = params.text('custom_llm_provider');
  const apiBase = params.text('api_base') ?? params.text('base_url');
  if (model === '*' && provider === undefined) {
    const openai = findProvider('openai');
    return openai && { adapter: openai, model, isNamedByCallers: true };
  }
  const resolution = resolveModel(model, { provider, apiBase });
  if (!('problem' in resolution)) return resolution;
  params.findings.error(
    params.at(provider === undefined ? 'model' : 'custom_llm_provider'),
    resolution.problem,
    fixOf(provider ?? model),
  );
  return undefined;
}

function fixOf(written: string): string {
  const name = written.split('/', 1)[0] ?? written;
  const nearest = isLiteLlmVendor(name)
    ? undefined
    : nearestName(
        name,
        providers.map((provider) => provider.name),
      );
  return nearest === undefined
    ? 'write provider/model with a provider of docs/guides/providers.md'
    : `write "${nearest}" if that was meant, or another provider of docs/guides/providers.md`;
}

/** What the price table says about a model of a vendor. */
export type ModelLookUp = (provider: string, vendorModel: string) => ModelInfo | undefined;

/** `base_model` names the model that an alias of the vendor (an Azure deployment) stands for. */
export function lookUpKnown(
  baseModel: string | undefined,
  named: NamedVendor,
  lookUpModel: ModelLookUp,
): ModelInfo | undefined {
  const base = baseModel === undefined ? undefined : resolveModel(baseModel);
  const { adapter, model } = base && 'adapter' in base ? base : named;
  return lookUpModel(adapter.name, model) ?? lookUpModel(adapter.name, adapter.knownAs?.(model) ?? model);
}
