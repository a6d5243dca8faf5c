import { providers } from './registry.generated.ts';
import type { ProviderAdapter } from './spec/adapter.ts';

/** What of a call a variable stands in for. */
export type VendorSetting = keyof ProviderAdapter['environment'] | 'option';

/** A variable of the environment that an adapter reads where the configuration does not say. */
export interface VendorVariable {
  readonly name: string;
  readonly vendor: ProviderAdapter;
  readonly setting: VendorSetting;
  readonly isSecret: boolean;
  /** The name before it in LiteLLM's order, which counts where both are set; absent for the first. */
  readonly after: string | undefined;
}

const SETTINGS = ['apiKey', 'apiBase', 'apiVersion', 'organization'] as const satisfies readonly VendorSetting[];

/** Every variable that some vendor reads, vendor by vendor; what two of them read stands with the first alone. */
export const vendorVariables: readonly VendorVariable[] = providers
  .flatMap(variablesOf)
  .filter(({ name }, place, all) => all.findIndex((other) => other.name === name) === place);

function variablesOf(vendor: ProviderAdapter): VendorVariable[] {
  const common = SETTINGS.map((setting) => ({
    setting,
    isSecret: setting === 'apiKey',
    names: vendor.environment[setting] ?? [],
  }));
  const own = (vendor.options ?? []).map(({ variables, isSecret }) => ({
    setting: 'option' as const,
    isSecret,
    names: variables,
  }));
  return [...common, ...own].flatMap(({ setting, isSecret, names }) =>
    names.map((name, place) => ({ name, vendor, setting, isSecret, after: names[place - 1] })),
  );
}
