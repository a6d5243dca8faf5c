import type { Usage } from '@showrunner/providers';
import type { ChatView } from '../chat-wire.ts';

/** What LiteLLM 1.108.7 puts into a stream's usage, US dollars; nothing where no price is known. */
export function shownCost(counted: Usage | undefined, { costOf }: ChatView): { readonly cost?: number } {
  const cost = counted && costOf?.(counted);
  return cost === undefined ? {} : { cost };
}
