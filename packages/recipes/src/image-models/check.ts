import type { RenderedPrompt, RenderRequest, ThumbnailConcept } from './concept.ts';
import { dialects } from './families.ts';
import { hasNegation } from './positive.ts';

/** What breaks a family's rules in a rendered prompt, in words; empty when it keeps them all. */
export function dialectFaults(
  rendered: RenderedPrompt,
  concept: ThumbnailConcept,
  { textPolicy }: RenderRequest,
): string[] {
  const dialect = dialects[rendered.model_family];
  const faults: string[] = [];
  const { prompt, length } = rendered;
  if (dialect.length.count(prompt) > length.limit) faults.push(`longer than ${length.limit} ${length.unit}`);

  for (const flag of prompt.match(/(?<=\s)--[a-z]+/g) ?? []) {
    if (dialect.flags?.has(flag) !== true) faults.push(`flag ${flag} is not one of ${dialect.name}`);
  }
  if (rendered.negative_prompt !== null && dialect.negatives !== 'parameter') faults.push('has no negative prompt');
  if (dialect.negatives === 'positive_only' && hasNegation(withoutQuotes(prompt)))
    faults.push('says what is not there');

  const isDrawn = dialect.drawsText && textPolicy === 'auto' && concept.overlay_text !== '';
  const count = concept.overlay_text === '' ? 0 : prompt.split(concept.overlay_text).length - 1;
  if (isDrawn && (count !== 1 || !prompt.includes(`"${concept.overlay_text}"`)))
    faults.push(`has the headline ${count} times`);
  if (!isDrawn && count > 0) faults.push('has the headline although it draws none');
  return faults;
}

function withoutQuotes(text: string): string {
  return text.replace(/"[^"]*"/g, '');
}
