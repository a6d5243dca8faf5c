import { compatibleVendors } from '../litellm/compatible-vendors.ts';
import vendors from '../litellm/vendors.generated.json' with { type: 'json' };
import { providers } from '../registry.generated.ts';
import type { ProviderAdapter } from '../spec/adapter.ts';

/** What the suites run for: every vendor with a folder, and one of each form of those that are a line of data. */
export const distinctVendors: readonly ProviderAdapter[] = providers.filter(
  (vendor) => !compatibleVendors.some(({ name }) => name === vendor.name) || isFirstOfItsForm(vendor.name),
);

function isFirstOfItsForm(name: string): boolean {
  const forms = vendors.openAiWire.map(({ saysMaxTokens, embeds }) => `${saysMaxTokens} ${embeds}`);
  const index = vendors.openAiWire.findIndex((line) => line.name === name);
  return forms.indexOf(forms[index] ?? '') === index;
}
