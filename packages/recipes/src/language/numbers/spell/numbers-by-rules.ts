import type { NumberRules } from './number-rules.ts';
import type { SpelledNumbers } from '../spelled-numbers.ts';

export function numbersByRules(language: string, rules: NumberRules): SpelledNumbers {
  const cardinals = [...rules.setsNamed('spellout-numbering'), ...rules.setsNamed('spellout-cardinal')];
  const plain = ['%spellout-numbering', ...cardinals].find((set) => cardinals.includes(set)) ?? '';
  const yearly = rules.setsNamed('spellout-numbering-year')[0] ?? plain;
  const ordinals = rules.setsNamed('spellout-ordinal');
  const [ordinal = plain] = ordinals;
  const formsBy = (sets: readonly string[], value: number) =>
    [...new Set(sets.map((set) => rules.spell(value, set)))].filter((form) => !/\d/u.test(form));
  return {
    language,
    cardinal: (value) => rules.spell(value, plain),
    year: (value) => wordsOr(rules.spell(value, yearly), () => rules.spell(value, plain)),
    ordinal: (value) => wordsOr(rules.spell(value, ordinal), () => rules.spell(value, plain)),
    decimals: (whole, digits) =>
      rules.spellDecimals(whole, digits, plain) ??
      [whole, ...Array.from(digits, Number)].map((part) => rules.spell(part, plain)).join(' '),
    forms: (value) => formsBy([...cardinals, ...ordinals], value),
    ordinals: (value) => [...new Set(formsBy(ordinals, value)).difference(new Set(formsBy(cardinals, value)))],
  };
}

/** Some sets have digits where they know no words. */
function wordsOr(spelled: string, otherwise: () => string): string {
  return /\d/u.test(spelled) ? otherwise() : spelled;
}
