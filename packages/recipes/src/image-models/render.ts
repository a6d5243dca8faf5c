import { trimAtWord } from '../text/trim.ts';
import type { ImageModelFamily, RenderedPrompt, RenderRequest, ThumbnailConcept } from './concept.ts';
import { dialects, type Dialect } from './families.ts';
import { hasNegation, opposites, positiveOnly } from './positive.ts';

/** How one family words a concept: parts in order of weight, and warnings. Length and flags are common to all. */
interface Wording {
  /** From the most to the least important; the last ones go when the prompt is too long. */
  readonly parts: readonly string[];
  readonly separator: string;
  readonly end?: string;
  readonly negative?: string;
  readonly warnings?: readonly string[];
}

type Renderer = (concept: ThumbnailConcept, room: TextPlace, request: RenderRequest) => Wording;

/** The text and what becomes of it in this family. */
interface TextPlace {
  readonly text: string;
  readonly isDrawn: boolean;
  readonly side: string;
}

const renderers: Readonly<Record<ImageModelFamily, Renderer>> = {
  openai: (concept, place) => ({
    separator: '\n',
    parts: sentences([
      ['Thumbnail', sceneOf(concept)],
      ['Text', textSentence(place)],
      ['Composition', composed(concept)],
      ['Lighting', concept.lighting],
      ['Style', concept.style],
      ['Colours', concept.palette_hex.join(', ')],
      ['Constraints', constraint(concept.avoid)],
    ]),
  }),

  gemini: (concept, place) =>
    positiveWording(concept, (positive) => [
      `A video thumbnail showing ${sceneOf(positive)}.`,
      textSentence(place),
      `The picture is composed as follows: ${composed(positive)}.`,
      `The light is ${positive.lighting}, the look is ${positive.style}.`,
      positive.palette_hex.length === 0 ? '' : `The main colours are ${positive.palette_hex.join(', ')}.`,
    ]),

  ideogram: (concept, place) => ({
    separator: ' ',
    parts: [
      textSentence(place),
      `Video thumbnail: ${sceneOf(concept)}.`,
      `${composed(concept)}.`,
      `${concept.lighting}, ${concept.style}.`,
      concept.palette_hex.length === 0 ? '' : `Colours ${concept.palette_hex.join(', ')}.`,
    ],
    negative: concept.avoid.join(', '),
    warnings: concept.avoid.length === 0 ? [] : ['negative_prompt is read by Ideogram 3; version 4 does not list it'],
  }),

  flux: (concept, place) =>
    positiveWording(concept, (positive) => [
      `${capital(sceneOf(positive))}.`,
      textSentence(place),
      `${capital(composed(positive))}.`,
      `${capital(positive.lighting)}, ${positive.style}.`,
      positive.palette_hex.length === 0 ? '' : `Colours ${positive.palette_hex.join(', ')}.`,
    ]),

  midjourney: (concept, place, { aspectRatio }) => ({
    separator: ', ',
    parts: [
      concept.subject,
      concept.expression,
      concept.action,
      concept.setting,
      concept.composition,
      roomFor(place),
      concept.lighting,
      concept.style,
    ],
    end: ` --ar ${aspectRatio}${concept.avoid.length === 0 ? '' : ` --no ${concept.avoid.map(plainWord).join(', ')}`}`,
  }),

  sdxl: (concept, place) => ({
    separator: ', ',
    parts: [
      `(${concept.subject}:1.2)`,
      concept.expression,
      concept.action,
      concept.setting,
      roomFor(place),
      concept.composition,
      concept.lighting,
      concept.style,
    ],
    negative: [...new Set(['text', 'watermark', ...concept.avoid])].join(', '),
  }),
};

/** A concept in the dialect of one family of image models. */
export function renderPrompt(
  family: ImageModelFamily,
  concept: ThumbnailConcept,
  request: RenderRequest,
): RenderedPrompt {
  const dialect = dialects[family];
  const place = textPlace(concept, dialect, request);
  const wording = renderers[family](plainConcept(concept), place, request);
  const { prompt, dropped } = fit(wording, dialect);
  return {
    model_family: family,
    prompt,
    negative_prompt: dialect.negatives === 'parameter' && wording.negative ? wording.negative : null,
    params: dialect.params(request.aspectRatio),
    length: { value: dialect.length.count(prompt), unit: dialect.length.unit, limit: dialect.length.limit },
    warnings: [
      ...(wording.warnings ?? []),
      ...textWarnings(place, dialect),
      ...dropped.map((part) => `left out to keep the length: ${part}`),
    ],
  };
}

/** Joins what fits; parts at the end are the first to go. */
function fit({ parts, separator, end = '' }: Wording, { length }: Dialect): { prompt: string; dropped: string[] } {
  const kept = parts.map((part) => part.trim()).filter((part) => part !== '' && part !== '.');
  const dropped: string[] = [];
  const join = () => kept.join(separator) + end;
  while (kept.length > 1 && length.count(join()) > length.limit) dropped.unshift(kept.pop() ?? '');
  while (kept.length === 1 && length.count(join()) > length.limit) {
    const [only = ''] = kept;
    kept[0] = trimAtWord(only, Math.floor(only.length * 0.9), 'utf16_units');
  }
  return { prompt: join(), dropped };
}

function positiveWording(concept: ThumbnailConcept, word: (positive: ThumbnailConcept) => readonly string[]): Wording {
  const { wanted, left } = opposites(concept.avoid);
  const positive = {
    ...concept,
    subject: positiveOnly(concept.subject),
    expression: positiveOnly(concept.expression),
    action: positiveOnly(concept.action),
    setting: positiveOnly(concept.setting),
    composition: positiveOnly(concept.composition),
    lighting: positiveOnly(concept.lighting),
    style: positiveOnly(concept.style),
  };
  return {
    separator: ' ',
    parts: [...word(positive), wanted.length === 0 ? '' : `${capital(wanted.join(', '))}.`],
    warnings: left
      .filter((item) => !hasNegation(item))
      .map((item) => `cannot be said without a negative, left out: ${item}`),
  };
}

function textPlace(
  { overlay_text: text, focal_side: focus }: ThumbnailConcept,
  dialect: Dialect,
  { textPolicy }: RenderRequest,
): TextPlace {
  const side = focus === 'left' ? 'right' : focus === 'right' ? 'left' : 'upper';
  return { text: textPolicy === 'none' ? '' : text, isDrawn: dialect.drawsText && textPolicy === 'auto', side };
}

function textSentence(place: TextPlace): string {
  if (place.text === '') return '';
  return place.isDrawn
    ? `Large bold headline "${place.text}" on the ${place.side} side, easy to read when small.`
    : `${capital(roomFor(place))}.`;
}

function roomFor({ text, isDrawn, side }: TextPlace): string {
  return text === '' || isDrawn ? '' : `empty space on the ${side} side for a headline`;
}

function textWarnings({ text, isDrawn }: TextPlace, { drawsText, name }: Dialect): string[] {
  if (text === '' || isDrawn) return [];
  return [drawsText ? `add "${text}" over the picture` : `${name} draws words badly: add "${text}" over the picture`];
}

/** The words of the headline may stand in the prompt once, and flags nowhere but where we put them. */
function plainConcept(concept: ThumbnailConcept): ThumbnailConcept {
  const { overlay_text: text } = concept;
  const elsewhere = text.toLowerCase() === text ? '' : text.toLowerCase();
  const clean = (value: string) =>
    (text === '' ? value : value.replaceAll(text, () => elsewhere))
      .replace(/["“”]|--+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  return {
    ...concept,
    subject: clean(concept.subject),
    expression: clean(concept.expression),
    action: clean(concept.action),
    setting: clean(concept.setting),
    composition: clean(concept.composition),
    lighting: clean(concept.lighting),
    style: clean(concept.style),
    avoid: concept.avoid.map(clean),
  };
}

function sceneOf({ subject, expression, action, setting }: ThumbnailConcept): string {
  return [subject, expression, action, setting]
    .map((part) => part.replace(/[.\s]+$/, ''))
    .filter((part) => part !== '')
    .join(', ');
}

/** The duration badge covers the lower right corner of a thumbnail. */
function composed({ composition, focal_side: side }: ThumbnailConcept): string {
  return `${composition.replace(/[.\s]+$/, '')}, subject on the ${side}, lower right corner left plain`;
}

function constraint(avoid: readonly string[]): string {
  return avoid.length === 0 ? '' : `do not show ${avoid.join(', ')}`;
}

function sentences(rows: readonly (readonly [label: string, text: string])[]): string[] {
  return rows.flatMap(([label, text]) => (text === '' ? [] : [`${label}: ${text}`]));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Commas part the words of a flag. */
function plainWord(text: string): string {
  return text.replace(/,/g, ' ').replace(/\s+/g, ' ').trim();
}
