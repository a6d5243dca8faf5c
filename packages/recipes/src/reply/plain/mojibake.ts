/** Bytes that Windows-1252 shows as characters beyond Latin-1 (WHATWG Encoding, index windows-1252). */
const BYTES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    '€': 0x80,
    '‚': 0x82,
    ƒ: 0x83,
    '„': 0x84,
    '…': 0x85,
    '†': 0x86,
    '‡': 0x87,
    ˆ: 0x88,
    '‰': 0x89,
    Š: 0x8a,
    '‹': 0x8b,
    Œ: 0x8c,
    Ž: 0x8e,
    '‘': 0x91,
    '’': 0x92,
    '“': 0x93,
    '”': 0x94,
    '•': 0x95,
    '–': 0x96,
    '—': 0x97,
    '˜': 0x98,
    '™': 0x99,
    š: 0x9a,
    '›': 0x9b,
    œ: 0x9c,
    ž: 0x9e,
    Ÿ: 0x9f,
  }),
);

/**
 * First bytes of UTF-8 as Latin letters that seldom stand before such signs: of accents, dashes and quotation marks, of
 * Cyrillic, of Indic and Thai letters, of emoji; behind each the bytes that follow.
 */
const RUN = /(?:[ÂÃÐÑâàð][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,3})+/gu;

/** A text in UTF-8 that somebody read as Windows-1252, as it was: "CafÃ©" is "Café". What is no UTF-8 stays. */
export function withoutMojibake(text: string): string {
  return text.replace(RUN, reread);
}

function reread(run: string): string {
  const bytes = Uint8Array.from(run, (character) => BYTES.get(character) ?? character.charCodeAt(0));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return run;
  }
}
