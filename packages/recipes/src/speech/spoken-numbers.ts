import { toCardinal as ar } from 'n2words/ar-SA';
import { toCardinal as cs } from 'n2words/cs-CZ';
import { toCardinal as da } from 'n2words/da-DK';
import { toCardinal as de } from 'n2words/de-DE';
import { toCardinal as en } from 'n2words/en-US';
import { toCardinal as es } from 'n2words/es-ES';
import { toCardinal as fr } from 'n2words/fr-FR';
import { toCardinal as it } from 'n2words/it-IT';
import { toCardinal as ja } from 'n2words/ja-JP';
import { toCardinal as nl } from 'n2words/nl-NL';
import { toCardinal as pl } from 'n2words/pl-PL';
import { toCardinal as pt } from 'n2words/pt-PT';
import { toCardinal as ru } from 'n2words/ru-RU';
import { toCardinal as sv } from 'n2words/sv-SE';
import { toCardinal as tr } from 'n2words/tr-TR';
import { toCardinal as uk } from 'n2words/uk-UA';
import { toCardinal as zh } from 'n2words/zh-Hans-CN';

/** Other languages are counted as English is: their numbers are about as long. */
const SPELLERS: Readonly<Record<string, (value: string) => string>> = {
  ar,
  cs,
  da,
  de,
  en,
  es,
  fr,
  it,
  ja,
  nl,
  pl,
  pt,
  ru,
  sv,
  tr,
  uk,
  zh,
};

const SYMBOLS: readonly (readonly [RegExp, Intl.NumberFormatOptions])[] = [
  [/%/g, { style: 'unit', unit: 'percent', unitDisplay: 'long' }],
  [/°C/g, { style: 'unit', unit: 'celsius', unitDisplay: 'long' }],
  [/°F/g, { style: 'unit', unit: 'fahrenheit', unitDisplay: 'long' }],
  [/°/g, { style: 'unit', unit: 'degree', unitDisplay: 'long' }],
  [/\$/g, { style: 'currency', currency: 'USD', currencyDisplay: 'name' }],
  [/€/g, { style: 'currency', currency: 'EUR', currencyDisplay: 'name' }],
  [/£/g, { style: 'currency', currency: 'GBP', currencyDisplay: 'name' }],
];

const NUMBER = /\d+(?:[.,\u00A0\u202F]\d+)*/g;

/** A text as it is spoken, as far as its length goes: `9.2 bar, 95 %` becomes words in the language. */
export function spellNumbers(text: string, language: string): string {
  if (!/[\d%°$€£]/.test(text)) return text;
  const named = SYMBOLS.reduce(
    (spoken, [symbol, name]) => spoken.replace(symbol, () => ` ${unitName(name, language)} `),
    text,
  );
  return named.replace(NUMBER, (digits) => ` ${spell(digits, language)} `);
}

function spell(digits: string, language: string): string {
  const speller = SPELLERS[language.split('-', 1)[0]?.toLowerCase() ?? ''] ?? en;
  const value = plainNumber(digits, decimalSeparator(language));
  if (speller === en && /^1[1-9]\d\d$/.test(value)) return `${en(value.slice(0, 2))} ${en(value.slice(2))}`;
  try {
    return speller(value);
  } catch {
    return digits.split('').join(' ');
  }
}

/** `1,234.5` → `1234.5`: a separator before exactly three digits groups, unless it is the language's decimal sign. */
function plainNumber(digits: string, decimal: string): string {
  const parts = digits.split(/[.,\u00A0\u202F]/);
  const lastSeparator = digits.at(-((parts.at(-1)?.length ?? 0) + 1));
  const groups = parts.slice(1).every((part) => part.length === 3);
  if (parts.length === 1 || (groups && lastSeparator !== decimal)) return parts.join('');
  return `${parts.slice(0, -1).join('')}.${parts.at(-1)}`;
}

const decimalSeparators = new Map<string, string>();

function decimalSeparator(language: string): string {
  return remembered(
    decimalSeparators,
    language,
    () => partOf(new Intl.NumberFormat(language), 1.5, ['decimal']) ?? '.',
  );
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
