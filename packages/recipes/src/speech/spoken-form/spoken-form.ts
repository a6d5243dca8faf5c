import { figuresOf, readFigures, type Figure } from '../../language/numbers/read/figures.ts';
import { plainDigits } from '../../language/numbers/read/fold.ts';
import { numbersOrEnglish } from '../../language/numbers/numbers-of.ts';
import { withoutAbbreviations } from './abbreviations.ts';
import { withSpokenDates } from './dates.ts';
import { withNamedLetters } from './initials.ts';
import { withSpokenOrdinals } from './ordinals.ts';
import { withSpokenTimes } from './times.ts';
import { withNamedUnits } from './units.ts';

/** Figures of any script, and signs that are said as words. */
const HAS_FIGURES = /[\p{Nd}\p{No}$€£¥￥₹₽₩₺₴₫₪฿৳%％٪&]/u;

/** What `spokenText` does to a text in composed letters. */
export function spokenForm(text: string, language: string): string {
  const full = withNamedLetters(withoutAbbreviations(text, language), language);
  return HAS_FIGURES.test(full) ? withSpokenFigures(full, language) : full;
}

/** In this order: a date is no ordinal, and what has a unit behind it is neither. */
function withSpokenFigures(text: string, language: string): string {
  const dated = withSpokenTimes(withSpokenDates(plainDigits(text), language), language);
  const named = withSpokenOrdinals(withNamedUnits(dated, language), language);
  return named.replace(figuresOf(language), (figures) => ` ${spellFigures(figures, language)} `);
}

function spellFigures(figures: string, language: string): string {
  const read = readFigures(figures, language);
  const isPlain = figures.length === read[0]?.whole.length;
  return read.map((figure) => spell(figure, isPlain, language)).join(' ');
}

/** Longer than this a number is read figure by figure, as a telephone number is. */
const MOST_FIGURES = 15;

/** `isPlain`: nothing groups it, so that from 1001 to 2099 it may be a year. */
function spell({ whole, decimals }: Figure, isPlain: boolean, language: string): string {
  const numbers = numbersOrEnglish(language);
  const value = Number(whole);
  if (whole.length > MOST_FIGURES || /^0./u.test(whole))
    return Array.from(whole, (figure) => numbers.cardinal(Number(figure))).join(' ');
  if (decimals !== '') return numbers.decimals(value, decimals);
  return isPlain && value > 1000 && value < 2100 ? numbers.year(value) : numbers.cardinal(value);
}
