import { randomUUID } from 'node:crypto';
import type { Usage } from '@showrunner/providers';
import type { AnswerFacts } from '../../exchange/answer/answer-facts.ts';
import type { Mapping } from '../../json/mapping.ts';
import { asAsciiJson } from '../../json/splice.ts';
import type { ChatView } from '../chat-wire.ts';

/** What LiteLLM 1.108.7 puts into a stream's usage, US dollars; nothing where no price is known. */
export function shownCost(counted: Usage | undefined, { costOf }: ChatView): { readonly cost?: number } {
  const cost = counted && costOf?.(counted);
  return cost === undefined ? {} : { cost };
}

/**
 * The chunk of usage that a caller who asked for it gets of a vendor that counted nothing: as estimated (LiteLLM 1.108.7
 * does the same). Nothing where the vendor counted, or nobody asked.
 *
 * @param head what all chunks of the stream begin with, as far as it is known
 */
export function estimatedUsageChunk(facts: AnswerFacts, view: ChatView, head: Mapping | undefined): string {
  const usage = facts.usage ? undefined : view.estimate?.(facts);
  if (usage === undefined) return '';
  const own = {
    id: `chatcmpl-${randomUUID()}`,
    object: 'chat.completion.chunk',
    created: Math.floor(Date.now() / 1000),
  };
  const chunk = { ...own, ...head, model: view.model, choices: [], usage: { ...usage, ...shownCost(usage, view) } };
  return `data: ${asAsciiJson(chunk)}\n\n`;
}
