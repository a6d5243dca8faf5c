import type { RenderedPrompt, RenderRequest, ThumbnailConcept } from './concept.ts';
import { dialects, type Dialect } from './families.ts';
import { hasHeadline } from './headline-elsewhere.ts';
import { hasNegation } from './negation/split-negations.ts';
import { quoted } from './text-place.ts';

/** What breaks a family's rules in a rendered prompt, in words; empty when it keeps them all. */
export function dialectFaults(rendered: RenderedPrompt, concept: ThumbnailConcept, request: RenderRequest): string[] {
  const dialect = dialects[rendered.model_family];
  const { prompt, length } = rendered;
  const headline = concept.overlay_text;
  const isDrawn = dialect.drawsText && request.textPolicy === 'auto' && headline !== '';
  const others = isDrawn ? prompt.split(quoted(headline)) : [prompt];
  return [
    ...(dialect.length.count(prompt) > length.limit ? [`longer than ${length.limit} ${length.unit}`] : []),
    ...flagFaults(prompt, dialect),
    ...negativeFaults(rendered, others, dialect, request),
    ...(isDrawn && others.length !== 2 ? [`has the headline ${others.length - 1} times in quotation marks`] : []),
    ...(headline !== '' && others.some((text) => hasHeadline(text, headline))
      ? ['has the headline where it would be drawn a second time']
      : []),
  ];
}

function flagFaults(prompt: string, { flags, name }: Dialect): string[] {
  const found = prompt.match(/(?<=\s)--[a-z]+/g) ?? [];
  return found.filter((flag) => flags?.has(flag) !== true).map((flag) => `flag ${flag} is not one of ${name}`);
}

function negativeFaults(
  { negative_prompt: negative }: RenderedPrompt,
  unquoted: readonly string[],
  { negatives, negativeLength }: Dialect,
  { language }: RenderRequest,
): string[] {
  const faults: string[] = [];
  if (negative !== null && negatives !== 'parameter') faults.push('has no negative prompt');
  if (negative !== null && negativeLength && negativeLength.count(negative) > negativeLength.limit)
    faults.push(`has a negative prompt longer than ${negativeLength.limit} ${negativeLength.unit}`);
  if (negatives === 'positive_only' && unquoted.some((text) => hasNegation(text, language)))
    faults.push('says what is not there');
  return faults;
}
