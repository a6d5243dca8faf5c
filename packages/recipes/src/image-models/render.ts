import type { ImageModelFamily, RenderedPrompt, RenderRequest, ThumbnailConcept } from './concept.ts';
import { dialects, type Dialect } from './families.ts';
import { opposites } from './opposites.ts';
import { pictureOf, type Picture } from './picture.ts';
import { fitted } from './sentence.ts';
import { textPlace, textWarnings } from './text-place.ts';
import { wordings } from './wordings.ts';

/** A concept in the dialect of one family of image models. */
export function renderPrompt(
  family: ImageModelFamily,
  concept: ThumbnailConcept,
  request: RenderRequest,
): RenderedPrompt {
  const dialect = dialects[family];
  const { length } = dialect;
  const picture = pictureOf(concept, request);
  const place = textPlace(picture, dialect, request);
  const wording = wordings[family](picture, place, request);
  const { prompt, left } = fitted(wording, (text) => length.count(text) <= length.limit, request.essential ?? []);
  const negative = negativeOf(picture, dialect);
  return {
    model_family: family,
    prompt,
    negative_prompt: negative.text,
    params: dialect.params(request.aspectRatio),
    length: { value: length.count(prompt), unit: length.unit, limit: length.limit },
    warnings: [
      ...negativeWarnings(picture, dialect),
      ...textWarnings(place, dialect),
      ...[...left, ...negative.left].map((part) => `left out to keep the length: ${part}`),
      ...picture.removed.map((order) => `taken out, an order and no words: ${order}`),
    ],
  };
}

interface Negative {
  readonly text: string | null;
  readonly left: readonly string[];
}

/** What shall not be seen, for families that take it apart from the prompt; a family that draws no words is told so. */
function negativeOf({ absent }: Picture, { negatives, drawsText, negativeLength }: Dialect): Negative {
  if (negatives !== 'parameter') return { text: null, left: [] };
  const items = drawsText ? absent : [...new Set(['text', 'watermark', ...absent])];
  const fits = (list: readonly string[]) =>
    negativeLength === undefined || negativeLength.count(list.join(', ')) <= negativeLength.limit;
  const count = items.findLastIndex((_, last) => fits(items.slice(0, last + 1))) + 1;
  return { text: count === 0 ? null : items.slice(0, count).join(', '), left: items.slice(count) };
}

function negativeWarnings({ absent }: Picture, { negatives, negativesRemark }: Dialect): string[] {
  if (negatives === 'positive_only')
    return opposites(absent).left.map((item) => `cannot be said without a negative, left out: ${item}`);
  return negativesRemark === undefined || absent.length === 0 ? [] : [negativesRemark];
}
