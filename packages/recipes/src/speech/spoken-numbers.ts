import { isEnglish, numberSpeller } from './number-spellers.ts';

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

/**
 * A text as it is spoken, as far as its length goes: `9.2 bar, 95 %` becomes words in the language, whose numbers have to
 * be loaded (`loadNumbers`).
 */
export function spellNumbers(text: string, language: string): string {
  if (!/[\d%°$€£]/.test(text)) return text;
  const named = SYMBOLS.reduce(
    (spoken, [symbol, name]) => spoken.replace(symbol, () => ` ${unitName(name, language)} `),
    text,
  );
  return named.replace(NUMBER, (digits) => ` ${spell(digits, language)} `);
}

function spell(digits: string, language: string): string {
  const speller = numberSpeller(language);
  const value = plainNumber(digits, decimalSeparator(language));
  if (isEnglish(speller) && /^1[1-9]\d\d$/.test(value))
    return `${speller(value.slice(0, 2))} ${speller(value.slice(2))}`;
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
