/** A text's words as they are compared: in lower case, composed, with one kind of apostrophe. */
export function plainWords(text: string): readonly string[] {
  return text.normalize('NFC').replaceAll('’', "'").match(WORD) ?? [];
}

const WORD = /[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*/gu;

const SHORTEST = 2;
const LONGEST = 4;

/** The runs of two to four letters of a word in lower case, with a space for its beginning and its end. */
export function nGramsOf(word: string): readonly string[] {
  const marked = ` ${word} `;
  const found: string[] = [];
  for (let length = SHORTEST; length <= LONGEST; length += 1) {
    for (let at = 0; at + length <= marked.length; at += 1) found.push(marked.slice(at, at + length));
  }
  return found;
}
