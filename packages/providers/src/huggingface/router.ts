import type { ProviderSettings } from '../spec/call.ts';

/** Where models are served by whichever provider has them. */
export const ROUTER = 'https://router.huggingface.co/v1';

/** Whether calls go to the router; a server of one's own knows its model by one name. */
export function isRouted({ apiBase }: ProviderSettings): boolean {
  return apiBase === undefined || apiBase === '' || apiBase.replace(/\/+$/, '') === ROUTER;
}

/**
 * The router's name for a model. LiteLLM's callers write the provider before it (`together/deepseek-ai/DeepSeek-R1`), the
 * router takes it behind it (`deepseek-ai/DeepSeek-R1:together`); without one it chooses.
 */
export function routedModel(model: string): string {
  const [provider = '', ...repository] = model.split('/');
  return repository.length < 2 ? model : `${repository.join('/')}:${provider}`;
}
