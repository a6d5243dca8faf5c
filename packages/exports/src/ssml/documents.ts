import { graphemesOf, segmenterFor } from '../segmenters.ts';
import { sentencesOf } from '../sentences.ts';
import type { TimedScript } from '../source.ts';
import { xmlText } from './xml.ts';

/** A sentence, or a piece of one that is too long for a document, as it stands in SSML. */
interface Utterance {
  readonly xml: string;
  /** Its scene's index. */
  readonly paragraph: number;
}

/** Documents of speech, in order. */
export interface Documents {
  readonly documents: readonly string[];
  /** Sentences that had to be cut because alone they are longer than a document. */
  readonly cutSentences: number;
}

/**
 * The narration as SSML 1.0 (W3C; engines know it better than 1.1): a paragraph for each scene, a sentence for each sentence; cut between sentences into
 * documents of at most `maxBytes` of UTF-8.
 */
export function documentsOf({ scenes, language }: TimedScript, maxBytes: number): Documents {
  const frame = frameOf(language);
  const room = maxBytes - bytesOf(frame('')) - bytesOf(paragraph([]));
  const sentences = scenes.map(({ narration }) => sentencesOf(narration, language).map((one) => one.trim()).filter(Boolean)); // prettier-ignore
  const utterances = sentences.flatMap((ofScene, index) =>
    ofScene.flatMap((sentence) =>
      fittingPieces(sentence, language, room).map((piece) => ({ xml: utterance(piece), paragraph: index })),
    ),
  );
  return {
    documents: packed(utterances, maxBytes - bytesOf(frame(''))).map((part) => frame(paragraphsOf(part))),
    cutSentences: utterances.length - sentences.flat().length,
  };
}

function frameOf(language: string): (content: string) => string {
  const speak = `<speak version="1.0" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="${xmlText(language)}">`;
  return (content) => `<?xml version="1.0" encoding="UTF-8"?>\n${speak}\n${content}</speak>\n`;
}

function utterance(text: string): string {
  return `<s>${xmlText(text)}</s>`;
}

function paragraph(utterances: readonly string[]): string {
  return `<p>${utterances.join(' ')}</p>\n`;
}

function paragraphsOf(utterances: readonly Utterance[]): string {
  const groups = Map.groupBy(utterances, (one) => one.paragraph);
  return [...groups.values()].map((group) => paragraph(group.map(({ xml }) => xml))).join('');
}

/** Consecutive utterances together as far as they fit; a script without any is one empty document. */
function packed(utterances: readonly Utterance[], room: number): Utterance[][] {
  const parts: Utterance[][] = [[]];
  let used = 0;
  for (const [index, one] of utterances.entries()) {
    const opensParagraph = utterances[index - 1]?.paragraph !== one.paragraph;
    const whole = bytesOf(one.xml) + bytesOf(paragraph([]));
    const added = opensParagraph ? whole : bytesOf(one.xml) + 1;
    if (used + added > room && used > 0) {
      parts.push([one]);
      used = whole;
    } else {
      parts.at(-1)?.push(one);
      used += added;
    }
  }
  return parts;
}

/** A sentence as it is, or where it is longer than the room between its words, a word between its letters. */
function fittingPieces(sentence: string, language: string, room: number): string[] {
  if (fits(sentence, room)) return [sentence];
  const words = Array.from(segmenterFor(language, 'word').segment(sentence), ({ segment }) => segment);
  const pieces = words.flatMap((word) => (fits(word, room) ? [word] : graphemesOf(word)));
  const joined: string[] = [''];
  for (const piece of pieces) {
    const longer = (joined.at(-1) ?? '') + piece;
    if (fits(longer, room)) joined.splice(-1, 1, longer);
    else joined.push(piece);
  }
  return joined.map((text) => text.trim()).filter(Boolean);
}

function fits(text: string, room: number): boolean {
  return bytesOf(utterance(text)) <= room;
}

const encoder = new TextEncoder();

/** In UTF-8. */
export function bytesOf(text: string): number {
  return encoder.encode(text).length;
}
