/** Scripts written without spaces, where a character and not a word is the unit of speech. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/gu;
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’‑][\p{L}\p{M}\p{N}]+)*/gu;

/** The words of a text as they stand; a run of an unspaced script is split into its characters. */
export function words(text: string): string[] {
  return text.replace(UNSPACED, ' $& ').match(WORD) ?? [];
}

/** Words in lower case with accents folded away, for comparing. */
export function foldedWords(text: string): string[] {
  return words(fold(text));
}

/** Lower case without accents: "Café" and "cafe" are the same to a reader who searches. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** How many characters of scripts without spaces, and how many words of other scripts. */
export function countUnits(text: string): { characters: number; words: number; letters: number } {
  const characters = text.match(UNSPACED)?.length ?? 0;
  const spaced = characters === 0 ? text : text.replace(UNSPACED, ' ');
  return {
    characters,
    words: spaced.match(WORD)?.length ?? 0,
    letters: spaced.match(/\p{L}/gu)?.length ?? 0,
  };
}
