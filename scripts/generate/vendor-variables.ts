import { providers, type ProviderAdapter } from '../../packages/providers/src/index.ts';

/** Every variable that some vendor reads: its keys, addresses and versions, without repetition, by the alphabet. */
export function vendorVariables(): readonly string[] {
  const names = providers.flatMap(({ environment }) => Object.values(environment).flat());
  return [...new Set(names)].toSorted((left, right) => left.localeCompare(right, 'en'));
}

/** The vendors as people look for them: by their titles. */
export function vendorsByTitle(): readonly ProviderAdapter[] {
  return providers.toSorted((left, right) => left.title.localeCompare(right.title, 'en'));
}
