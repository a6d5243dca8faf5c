import type { RenderRequest } from './concept.ts';
import type { Dialect } from './families.ts';
import type { Picture } from './picture.ts';

/** The words on the picture and what becomes of them in a family. */
export interface TextPlace {
  readonly text: string;
  readonly isDrawn: boolean;
  /** `right`: the side where the subject is not. */
  readonly side: string;
  /** What is kept empty for them; empty itself where they are drawn or there are none. */
  readonly room: string;
}

/** Rooms for concepts that differ in their words alone, after the one beside the subject; the badge is lower right. */
const OTHER_ROOMS = [
  'a plain empty band across the top',
  'a plain empty lower left corner',
  'a plain empty upper left corner',
  'a plain empty upper right corner',
  'a plain empty band across the middle',
  'a wide empty margin all around',
  'a plain empty band down the left edge',
] as const;

export function textPlace(
  { headline: text, focal_side: focus }: Picture,
  dialect: Dialect,
  { textPolicy, room = 0 }: RenderRequest,
): TextPlace {
  const side = focus === 'left' ? 'right' : focus === 'right' ? 'left' : 'upper';
  const isDrawn = text !== '' && dialect.drawsText && textPolicy === 'auto';
  const place = room === 0 ? `empty space on the ${side} side` : (OTHER_ROOMS[room - 1] ?? OTHER_ROOMS[0]);
  return { text, isDrawn, side, room: text === '' || isDrawn ? '' : `${place} for a headline` };
}

/** The order to draw the words, exactly once and in quotation marks that they don't hold themselves. */
export function headlineOrder({ text, side, isDrawn }: TextPlace): string {
  if (!isDrawn) return '';
  return `Large bold headline ${quoted(text)} on the ${side} side, easy to read when small`;
}

/** The words in the marks in which a prompt has them. */
export function quoted(text: string): string {
  return text.includes('"') ? `“${text}”` : `"${text}"`;
}

export function textWarnings({ text, isDrawn }: TextPlace, { drawsText, name }: Dialect): string[] {
  if (text === '' || isDrawn) return [];
  return [drawsText ? `add "${text}" over the picture` : `${name} draws words badly: add "${text}" over the picture`];
}
