import type { Answer, Estimate, EstimateMeta } from '@showrunner/client';
import { formatDuration } from '../output/figures.ts';

/** An estimate in a line: `2 questions to default, about 3100 tokens read and 1800 written, $0.0067, 42 s`. */
export function renderEstimate({ data, meta }: Answer<Estimate, EstimateMeta>): string {
  const { asks, tokens, cost_usd: cost, seconds } = data;
  if (asks === 0) return 'Nothing is asked of a model: no cost.';
  return [
    `${asks} ${asks === 1 ? 'question' : 'questions'} to ${meta.model_requested}`,
    `about ${tokens.input} tokens read and ${tokens.output} written`,
    cost === null ? 'its price is not known' : `$${cost.toFixed(4)}`,
    seconds === null ? 'how long is not known before its first answer' : formatDuration(seconds * 1000),
  ].join(', ');
}
