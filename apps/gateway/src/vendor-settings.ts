import { vendorVariables, type VendorVariable } from '@showrunner/providers';
import type { Variable, Variables } from '@showrunner/service/environment';
import { z } from 'zod';

/**
 * What `.env.example` shows of them, with examples: the keys of the shipped configurations, a vendor without an address
 * of its own, and a server of one's own. Which they are is the stack's choice and no vendor's; the page of the
 * configuration has all.
 */
const SHOWN: Readonly<Record<string, Pick<Variable, 'example'>>> = {
  OPENAI_API_KEY: {},
  ANTHROPIC_API_KEY: {},
  AZURE_API_KEY: {},
  AZURE_API_BASE: { example: 'https://my-resource.openai.azure.com' },
  OLLAMA_API_BASE: { example: 'http://127.0.0.1:11434' },
};

/** The vendors' variables. Who reads a configuration asks for them by the names that an adapter gives. */
export const vendorSettings: Variables = Object.fromEntries(
  vendorVariables.map((variable) => [variable.name, settingOf(variable)]),
);

function settingOf(variable: VendorVariable): Variable {
  return {
    schema: z.string().optional(),
    secret: variable.isSecret,
    description: meaning(variable),
    section: 'Providers',
    ...(SHOWN[variable.name] ?? { inExample: false }),
  };
}

function meaning({ vendor, setting, after }: VendorVariable): string {
  if (after !== undefined) return `Read where ${after} is not set.`;
  switch (setting) {
    case 'apiKey':
      return `For models of ${vendor.title}.`;
    case 'apiBase':
      return `The address of ${vendor.title}.${usualAddress(vendor)}`;
    case 'apiVersion':
      return `The version of the API of ${vendor.title}.`;
    case 'option':
      return `For models of ${vendor.title}, where litellm_params does not say it.`;
    case 'organization':
      return `The organization that calls of ${vendor.title} are billed to.`;
  }
}

function usualAddress(vendor: VendorVariable['vendor']): string {
  const usual = vendor.transport === 'http' ? vendor.defaultApiBase : undefined;
  return usual === undefined ? '' : ` Otherwise ${usual}.`;
}
