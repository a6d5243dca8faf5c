/** How a language denies a deed: words of a regular expression. */
export interface DenialWords {
  /** Relative pronouns, which go with the deed: "der nicht lächelt". */
  readonly relative: string;
  /** What stands before the verb, with pronouns that may stand between. */
  readonly not: string;
}

/**
 * Languages that deny a verb with a word before it. Turkish, Japanese and Korean do it inside the verb
 * (`denials-in-verbs.ts`), as do Czech and Persian, which are not known here; Chinese 不 begins too many others (不锈钢,
 * stainless steel). Source: the entries "not" and "who" (relative) of Wiktionary's translation tables, read 2026-11.
 */
export const denialWords: Readonly<Record<string, DenialWords>> = {
  ar: { relative: 'الذي|التي|الذين', not: 'لا|لم|لن' },
  bg: { relative: 'който|която|което|които', not: 'не(?:\\s+се)?' },
  da: { relative: 'som|der', not: 'ikke' },
  de: { relative: 'der|die|das|den|dem', not: '(?:sich\\s+)?nicht' },
  el: { relative: 'που|ο οποίος|η οποία', not: 'δεν?' },
  // English "no" stands in Spanish requests too, so that the pronoun is needed.
  es: { relative: 'que|quien', not: '(?<=(?:que|quien)\\s+)no(?:\\s+se)?' },
  fi: { relative: 'joka|jotka', not: 'ei|eivät' },
  fr: { relative: 'qui|que', not: "n(?:e\\s+|')(?=\\p{L}+\\s+(?:pas|plus|jamais)(?!\\p{L}))" },
  he: { relative: 'אשר', not: 'ש?(?:לא|אינו|אינה|אינם)' },
  hr: { relative: 'koj\\p{L}+', not: '(?:se\\s+)?ne' },
  hu: { relative: 'aki|ami|akik|amik', not: 'nem' },
  id: { relative: 'yang', not: 'tidak' },
  it: { relative: 'che', not: 'non(?:\\s+si)?' },
  nl: { relative: 'die|dat', not: 'niet' },
  no: { relative: 'som', not: 'ikke' },
  pl: { relative: 'któr\\p{L}+', not: '(?:się\\s+)?nie' },
  pt: { relative: 'que|quem', not: 'não(?:\\s+se)?' },
  ro: { relative: 'care', not: 'nu(?:\\s+se)?' },
  ru: { relative: 'котор\\p{L}+', not: 'не' },
  sv: { relative: 'som', not: 'inte' },
  th: { relative: 'ที่|ซึ่ง', not: 'ไม่(?!มี)' },
  uk: { relative: 'як\\p{L}+|що', not: 'не' },
  vi: { relative: 'mà', not: '(?<!hàng )không(?!\\s+(?:có|khí|gian|quân|lực|trung)(?!\\p{L}))' },
};
