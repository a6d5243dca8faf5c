import { listedLanguage } from '../../same-words.ts';
import { collectiveNumbers } from './collective-numbers.ts';
import { decadeWords } from './decade-words.ts';
import { fractionWords } from './fraction-words.ts';
import { joinedEndings, multipleWords } from './multiple-words.ts';
import type { NumberWord } from '../number-word.ts';

type Phrase = readonly [phrase: string, word: NumberWord];

/** Below it a collective is a part of another one and multiplies nothing: "half a dozen". */
const LEAST_SCALE = 10;
const FIRST_DECADE = 20;

/** What a language calls quantities beside its numerals: dozens, parts of a whole, decades. */
export function quantityPhrases(tag: string): readonly Phrase[] {
  const language = listedLanguage(tag);
  return [
    ...collectives(language),
    ...multiples(language),
    ...fractions(language),
    ...decades(language),
    ...each(joinedEndings[language], {}),
  ];
}

/** How often it is says a number, and no count of things. */
function multiples(language: string): Phrase[] {
  return Object.entries(multipleWords[language] ?? {}).flatMap(([number, phrases]) =>
    each(phrases, { implied: Number(number) }),
  );
}

function collectives(language: string): Phrase[] {
  return Object.entries(collectiveNumbers[language] ?? {}).flatMap(([number, phrases]) => {
    const value = Number(number);
    const one = value < LEAST_SCALE ? { value } : { value, scale: value };
    return each(phrases, one).map(([phrase, word]) =>
      phrase.startsWith('+') ? [phrase.slice(1), { scale: value }] : [phrase, word],
    );
  });
}

function fractions(language: string): Phrase[] {
  const words = fractionWords[language] ?? {};
  return [
    ...each(words.half, { value: 0.5 }),
    ...each(words.halfOfAll, { value: 0.5, implied: 50 }),
    ...each(words.quarter, { value: 0.25, implied: 25 }),
    ...each(words.threeQuarters, { value: 0.75, implied: 75 }),
    ...each(words.plusHalf, { ahead: 0.5 }),
    ...each(words.plusQuarter, { ahead: 0.25 }),
    ...each(words.lessQuarter, { ahead: -0.25 }),
  ];
}

function decades(language: string): Phrase[] {
  const { before, behind, own = [] } = decadeWords[language] ?? {};
  return [
    ...each(before, { decade: 'ahead' }),
    ...each(behind, { decade: 'behind' }),
    ...own.flatMap((phrases, at) => each(phrases, { value: FIRST_DECADE + 10 * at, decade: 'own' })),
  ];
}

function each(phrases: string | undefined, word: NumberWord): Phrase[] {
  return (phrases ?? '').split('|').flatMap((phrase): Phrase[] => (phrase === '' ? [] : [[phrase, word]]));
}
