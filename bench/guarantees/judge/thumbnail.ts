import { judgeText } from './texts.ts';
import { violation, type Violation } from './violation.ts';

interface Prompt {
  readonly model_family: string;
  readonly prompt: string;
  readonly negative_prompt: string | null;
  readonly length: { readonly value: number; readonly limit: number };
}

export interface Thumbnail {
  readonly concepts: readonly {
    readonly overlay_text: string;
    readonly palette_hex: readonly string[];
    readonly prompts: readonly Prompt[];
  }[];
}

const DRAWS_TEXT = new Set(['openai', 'gemini', 'ideogram', 'flux']);
const HAS_NEGATIVE = new Set(['sdxl', 'ideogram', 'midjourney']);
const HEADLINE_WORDS = 4;

export function judgeThumbnail({ concepts }: Thumbnail): Violation[] {
  return [
    ...concepts.flatMap(({ overlay_text: headline, palette_hex: palette, prompts }, at) => [
      ...judgeHeadline(`concepts[${at}]`, headline),
      ...palette
        .filter((colour) => !/^#[\dA-F]{6}$/i.test(colour))
        .map((colour) => violation('no colour', `concepts[${at}]`, colour, /never/)),
      ...prompts.flatMap((prompt) => judgePrompt(`concepts[${at}].${prompt.model_family}`, prompt, headline)),
    ]),
    ...judgeDifferences(concepts.flatMap(({ prompts }) => prompts)),
  ];
}

function judgeHeadline(where: string, headline: string): Violation[] {
  const words = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(headline)].filter(
    ({ isWordLike }) => isWordLike,
  );
  const isSpaced = /\s/.test(headline);
  return [
    ...judgeText(where, headline, /overlay|headline/),
    ...(/\p{Extended_Pictographic}/u.test(headline)
      ? [violation('an emoji in a headline', where, headline, /overlay|headline/)]
      : []),
    ...(isSpaced && words.length > HEADLINE_WORDS
      ? [violation('a long headline', where, headline, /overlay|headline/)]
      : []),
  ];
}

function judgePrompt(
  where: string,
  { model_family: family, prompt, negative_prompt: negative, length }: Prompt,
  headline: string,
): Violation[] {
  const quoted = prompt.split(`"${headline}"`).length - 1;
  const flags = [...prompt.matchAll(/(?:^|\s)(?:--?|[–—−])([a-z]+)/gi)].map(([, flag = '']) => flag.toLowerCase());
  const foreign = flags.filter(
    (flag) => family !== 'midjourney' || !['ar', 'no', 's', 'stylize', 'raw', 'style', 'v', 'c', 'seed'].includes(flag),
  );
  return [
    ...(length.value > length.limit
      ? [violation('over the length of its model', where, `${length.value} of ${length.limit}`, /never/)]
      : []),
    ...(headline !== '' && DRAWS_TEXT.has(family) && quoted !== 1
      ? [violation('the headline is not there once', where, prompt, /overlay|dialect/)]
      : []),
    ...(foreign.length > 0 ? [violation('flags of a model', where, foreign.join(' '), /never/)] : []),
    ...(/::\d|\(\w[^)]*:\d\.\d\)/.test(prompt) && family !== 'sdxl'
      ? [violation('weights of a model', where, prompt, /never/)]
      : []),
    ...(negative !== null && !HAS_NEGATIVE.has(family)
      ? [violation('a negative prompt where there is none', where, negative, /never/)]
      : []),
    ...(family === 'flux' && /\b(?:no|not|without|don't|never)\b/i.test(prompt.replace(headline, ''))
      ? [violation('a negation for a model that has none', where, prompt, /dialect/)]
      : []),
  ];
}

function judgeDifferences(prompts: readonly Prompt[]): Violation[] {
  const seen = new Set<string>();
  return prompts.flatMap(({ model_family: family, prompt }) => {
    const key = `${family} ${prompt}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew ? [] : [violation('the same prompt twice', family, prompt, /differ/)];
  });
}
