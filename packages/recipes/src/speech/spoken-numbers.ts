import { figuresOf, readFigures, type Figure } from '../language/numbers/figures.ts';
import { plainDigits } from '../language/numbers/fold.ts';
import { numbersOrEnglish } from '../language/numbers/spelled-numbers.ts';

const SYMBOLS: readonly (readonly [RegExp, Intl.NumberFormatOptions])[] = [
  [/%/g, { style: 'unit', unit: 'percent', unitDisplay: 'long' }],
  [/°C/g, { style: 'unit', unit: 'celsius', unitDisplay: 'long' }],
  [/°F/g, { style: 'unit', unit: 'fahrenheit', unitDisplay: 'long' }],
  [/°/g, { style: 'unit', unit: 'degree', unitDisplay: 'long' }],
  [/\$/g, { style: 'currency', currency: 'USD', currencyDisplay: 'name' }],
  [/€/g, { style: 'currency', currency: 'EUR', currencyDisplay: 'name' }],
  [/£/g, { style: 'currency', currency: 'GBP', currencyDisplay: 'name' }],
];

/**
 * A text as it is spoken, as far as its length goes: `9.2 bar, 95 %` becomes words in the language, whose numbers have to
 * be loaded (`loadLanguages`). A language whose number words are not known is counted as English is: its numbers are
 * about as long.
 */
export function spellNumbers(text: string, language: string): string {
  if (!/[\p{Nd}%°$€£]/u.test(text)) return text;
  const named = SYMBOLS.reduce(
    (spoken, [symbol, name]) => spoken.replace(symbol, () => ` ${unitName(name, language)} `),
    plainDigits(text),
  );
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
  if (whole.length > MOST_FIGURES || /^0./.test(whole))
    return Array.from(whole, (figure) => numbers.cardinal(Number(figure))).join(' ');
  if (decimals !== '') return numbers.decimals(value, decimals);
  return isPlain && value > 1000 && value < 2100 ? numbers.year(value) : numbers.cardinal(value);
}

const unitNames = new Map<string, string>();

function unitName(name: Intl.NumberFormatOptions, language: string): string {
  const key = `${language} ${name.unit ?? name.currency}`;
  return remembered(
    unitNames,
    key,
    () => partOf(new Intl.NumberFormat(language, name), 5, ['unit', 'percentSign', 'currency']) ?? '',
  );
}

function partOf(format: Intl.NumberFormat, value: number, types: readonly string[]): string | undefined {
  return format.formatToParts(value).find(({ type }) => types.includes(type))?.value;
}

/** Formats are slow to make, and languages few. */
function remembered(memory: Map<string, string>, key: string, make: () => string): string {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make();
  if (memory.size < 500) memory.set(key, made);
  return made;
}
