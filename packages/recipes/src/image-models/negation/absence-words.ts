/**
 * Words that come before what is not there, by language, in lower case: determiners and prepositions of absence alone
 * ("ohne", "sin", "без"). Adverbs such as "nie" and "nunca" are left out, because they open titles far more often than
 * they say what a picture lacks. Source: the entries "without" and "no" (determiner) of Wiktionary's translation
 * tables, read 2026-11.
 */
export const absenceWords: Readonly<Record<string, readonly string[]>> = {
  ar: ['بدون', 'بلا'],
  bg: ['без'],
  cs: ['bez', 'žádný', 'žádná', 'žádné'],
  da: ['uden', 'ingen'],
  de: ['ohne', 'kein', 'keine', 'keinen', 'keinem', 'keiner', 'keines'],
  el: ['χωρίς', 'δίχως'],
  es: ['sin', 'ningún', 'ninguna'],
  fi: ['ilman'],
  fr: ['sans', 'aucun', 'aucune'],
  he: ['בלי', 'ללא'],
  hr: ['bez'],
  id: ['tanpa'],
  it: ['senza', 'nessun', 'nessuna'],
  nl: ['zonder', 'geen'],
  no: ['uten', 'ingen'],
  pl: ['bez', 'żadnych', 'żaden'],
  pt: ['sem', 'nenhum', 'nenhuma'],
  ro: ['fără'],
  ru: ['без'],
  sk: ['bez'],
  sv: ['utan', 'ingen', 'inga', 'inget'],
  th: ['ไม่มี'],
  uk: ['без'],
  vi: ['không có'],
  zh: ['没有', '沒有', '不要', '不含'],
};
