import { resolveModel } from '@showrunner/providers';

/** What a `model_name` with `*` takes: whole names; each star is a group of the match. */
export function namePattern(name: string): RegExp {
  const parts = name.split('*').map((part) => RegExp.escape(part));
  return new RegExp(`^${parts.join('(.*)')}$`, 's');
}

/** The name with its provider before it (`openai/gpt-4o`), by which a pattern may take it as well. */
export function withProvider(model: string): string | undefined {
  const resolution = resolveModel(model);
  return 'adapter' in resolution ? `${resolution.adapter.name}/${resolution.model}` : undefined;
}
