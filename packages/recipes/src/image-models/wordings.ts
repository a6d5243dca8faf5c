import { colourName } from './colours.ts';
import type { DescribedMember, ImageModelFamily, RenderRequest } from './concept.ts';
import { opposites } from './opposites.ts';
import type { Picture } from './picture.ts';
import type { Phrase, Sentence, Told, Wording } from './sentence.ts';
import { headlineOrder, type TextPlace } from './text-place.ts';

/** How each family words a picture. Length, warnings and parameters are common to all. */
type Words = (picture: Picture, place: TextPlace, request: RenderRequest) => Wording;

export const wordings: Readonly<Record<ImageModelFamily, Words>> = {
  openai: (picture, place) => ({
    separator: '\n',
    sentences: [
      sentence('Thumbnail: ', scene(picture), ''),
      sentence('Text: ', headline(place), ''),
      sentence('Composition: ', composed(picture, place), ''),
      sentence('Lighting: ', member(picture, 'lighting'), ''),
      sentence('Style: ', member(picture, 'style'), ''),
      sentence('Colours: ', colours(picture), ''),
      sentence('Constraints: do not show ', unwanted(picture), ''),
    ],
  }),

  gemini: (picture, place) => ({
    separator: ' ',
    sentences: [
      sentence('A video thumbnail showing ', scene(picture), '.'),
      sentence('', headline(place), '.'),
      sentence('The composition: ', composed(picture, place), '.'),
      sentence('The light: ', member(picture, 'lighting'), '.'),
      sentence('The look: ', member(picture, 'style'), '.'),
      sentence('The main colours are ', colours(picture), '.'),
      sentence('The picture also has ', wantedInstead(picture), '.'),
    ],
  }),

  ideogram: (picture, place) => ({
    separator: ' ',
    sentences: [
      sentence('', headline(place), '.'),
      sentence('Video thumbnail: ', scene(picture), '.'),
      capitalised(composed(picture, place)),
      capitalised([...member(picture, 'lighting'), ...member(picture, 'style')]),
      sentence('Colours ', colours(picture), '.'),
    ],
  }),

  flux: (picture, place) => ({
    separator: ' ',
    sentences: [
      capitalised(scene(picture)),
      sentence('', headline(place), '.'),
      capitalised(composed(picture, place)),
      capitalised([...member(picture, 'lighting'), ...member(picture, 'style')]),
      sentence('Colours ', colours(picture), '.'),
      capitalised(wantedInstead(picture)),
    ],
  }),

  midjourney: (picture, place, { aspectRatio }) => ({
    separator: ', ',
    sentences: [
      ...scene(picture),
      ...member(picture, 'composition'),
      ...room(place),
      ...member(picture, 'lighting'),
      ...member(picture, 'style'),
      ...namedColours(picture),
    ].map(tag),
    end: ` --ar ${aspectRatio}${picture.absent.length === 0 ? '' : ` --no ${picture.absent.join(', ')}`}`,
  }),

  sdxl: (picture, place) => ({
    separator: ', ',
    sentences: [
      sentence('(', member(picture, 'subject').map(unweighted), ':1.2)'),
      ...[
        ...member(picture, 'expression'),
        ...member(picture, 'action'),
        ...member(picture, 'setting'),
        ...room(place),
        ...member(picture, 'composition'),
        ...member(picture, 'lighting'),
        ...member(picture, 'style'),
        ...namedColours(picture),
      ].map(tag),
    ],
  }),
};

function sentence(before: string, phrases: readonly Phrase[], after: string): Sentence {
  return { before, phrases, after };
}

/** One phrase between commas. */
function tag(told: Phrase): Sentence {
  return sentence('', [unweighted(told)], '');
}

function capitalised(phrases: readonly Phrase[]): Sentence {
  const [first, ...others] = phrases.filter(({ text }) => text !== '');
  if (first === undefined) return sentence('', [], '');
  return sentence('', [{ ...first, text: capital(first.text) }, ...others], '.');
}

function capital(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

function phrase(tells: Told, text: string): Phrase[] {
  return text === '' ? [] : [{ tells, text }];
}

function member(picture: Picture, name: DescribedMember): Phrase[] {
  return phrase(name, picture[name]);
}

function scene(picture: Picture): Phrase[] {
  return (['subject', 'expression', 'action', 'setting'] as const).flatMap((name) => member(picture, name));
}

/** The duration badge covers the lower right corner of a thumbnail. */
function composed(picture: Picture, place: TextPlace): Phrase[] {
  const side = picture.focal_side === 'center' ? 'in the centre' : `on the ${picture.focal_side}`;
  return [
    ...member(picture, 'composition'),
    ...phrase('corner', `subject ${side}`),
    ...room(place),
    ...phrase('corner', 'lower right corner left plain'),
  ];
}

function headline(place: TextPlace): Phrase[] {
  return phrase('headline', headlineOrder(place));
}

function room(place: TextPlace): Phrase[] {
  return phrase('room', place.room);
}

function colours({ palette_hex: palette }: Picture): Phrase[] {
  return phrase('palette_hex', palette.map((hex) => `${colourName(hex)} ${hex}`).join(', '));
}

/** Text encoders that know no figures of colours know their names. */
function namedColours({ palette_hex: palette }: Picture): Phrase[] {
  const names = [...new Set(palette.map(colourName))];
  return phrase('palette_hex', names.length === 0 ? '' : `${names.join(' and ')} palette`);
}

function unwanted({ absent }: Picture): Phrase[] {
  return phrase('unwanted', absent.join(', '));
}

function wantedInstead({ absent }: Picture): Phrase[] {
  return phrase('unwanted', opposites(absent).wanted.join(', '));
}

/** Brackets give weight where flags and tags are read. */
function unweighted({ tells, text }: Phrase): Phrase {
  const plain = text
    .replace(/\s*(?:[([{<](?!\p{M}))+\s*/gu, ', ')
    .replace(/[)\]}>|]+(?!\p{M})/gu, '')
    .replace(/^[\s,]+|[\s,]+$/gu, '');
  return { tells, text: plain };
}
