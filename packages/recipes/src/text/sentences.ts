import { countCharacters } from './words.ts';

/** A stop after one of these, or after a single capital, ends no sentence: "Dr. Ito", "J. R. Tolkien", "e.g. tea". */
const ABBREVIATIONS = new Set(
  'dr mr mrs ms prof st vs etc eg e.g ie i.e no vol fig approx inc ltd bzw ca usw z.b u.a d.h nr str sr sra av p.ej art м г ул тыс млн'.split(
    ' ',
  ),
);

/** Where a sentence may end: full-width stops anywhere, others before white space. */
const END = /[。！？｡]+[”’」』）)"']*|[.!?…؟।۔]+["'”’»)\]]*(?=\s|$)/gu;

/** The sentences of a text, trimmed, in order; a last one without a stop counts too. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    if (match[0] === '.' && isStopWithin(text.slice(start, match.index), text.slice(end, end + LOOKED_AHEAD))) continue;
    pushTrimmed(sentences, text.slice(start, end));
    start = end;
  }
  pushTrimmed(sentences, text.slice(start));
  return sentences;
}

/** So much behind a stop tells whether it ended a sentence. */
const LOOKED_AHEAD = 3;

function isStopWithin(before: string, behind: string): boolean {
  return /\d$/.test(before) ? isOrdinal(before, behind) : endsInAbbreviation(before);
}

/** German words after which a number with a stop counts: "am 3. Oktober", "die 2. Runde". */
const BEFORE_ORDINAL =
  /(?:^|[\s(„"])(?:am|im|vom|zum|zur|beim|der|die|das|den|dem|des|bis|ab|seit|jede[rsnm]?|eine?[rsnm]?|ihr|ihre[rsnm]?|seine?[rsnm]?|mein|meine[rsnm]?|kein|keine[rsnm]?)\s+\d{1,3}$/iu;

/** "3. Oktober" at the beginning, "am 3. Oktober", "1848. március 15.", "i 2. runde": of languages that write ordinals so. */
function isOrdinal(before: string, behind: string): boolean {
  return /^\s*\d{1,4}$/.test(before) || /^\s+\p{Ll}/u.test(behind) || BEFORE_ORDINAL.test(before);
}

/** Ends a sentence; quotation marks and brackets may follow. */
const IS_ENDED = /[.!?…。！？؟।]["'”’»)\]]*$/u;

export function isEnded(text: string): boolean {
  return IS_ENDED.test(text.trimEnd());
}

/** A clause that is left when what follows its comma is cut away says enough when it keeps this much of the whole. */
const LEAST_CLAUSE = 0.5;

/** A model ends before a limit that its next token would pass, so a text that comes this close to it was cut. */
const LONGEST_TOKEN = 8;

/**
 * A text that was written up to a limit of `most` characters, with a proper end: one that stayed below it only lacks
 * its full stop; one that reached it was cut, so that its last sentence goes, or of a single sentence the last clause.
 * Empty where no whole clause is left.
 */
export function closedText(text: string, most: number): string {
  const trimmed = text.trim().replace(/[,;:–—-]+$/u, '');
  if (trimmed === '' || isEnded(trimmed)) return trimmed;
  const stop = countCharacters(trimmed) > 0 ? '。' : '.';
  if (text.length < most - LONGEST_TOKEN) return `${trimmed}${stop}`;
  const sentences = splitSentences(trimmed);
  if (sentences.length > 1) return trimmed.slice(0, trimmed.lastIndexOf(sentences.at(-1) ?? '')).trim();
  const end = Math.max(...[', ', '; ', ' – ', ' — ', '，'].map((mark) => trimmed.lastIndexOf(mark)));
  return end >= trimmed.length * LEAST_CLAUSE ? `${trimmed.slice(0, end)}${stop}` : '';
}

/** Whether a text that a full stop follows ends in an abbreviation, so that the stop ends no sentence. */
export function endsInAbbreviation(sentence: string): boolean {
  const word = sentence.slice(
    Math.max(sentence.lastIndexOf(' '), sentence.lastIndexOf('\n'), sentence.lastIndexOf('(')) + 1,
  );
  return (word.length <= 2 && /^\p{Lu}$/u.test(word)) || ABBREVIATIONS.has(word.toLowerCase());
}

function pushTrimmed(list: string[], text: string): void {
  const trimmed = text.trim();
  if (/[\p{L}\p{N}]/u.test(trimmed)) list.push(trimmed);
}
