import { primarySubtag } from '../../language/scripts.ts';
import { remembered } from '../../language/remembered.ts';

/** Units of CLDR by their signs (UTS 35, part 6, sanctioned for Intl); "A-per-B" is put together by it. */
const UNITS: Readonly<Record<string, string>> = {
  '%': 'percent',
  '°C': 'celsius',
  '°F': 'fahrenheit',
  '°': 'degree',
  'km/h': 'kilometer-per-hour',
  kmh: 'kilometer-per-hour',
  'км/ч': 'kilometer-per-hour',
  mph: 'mile-per-hour',
  'm/s': 'meter-per-second',
  km: 'kilometer',
  км: 'kilometer',
  cm: 'centimeter',
  см: 'centimeter',
  mm: 'millimeter',
  мм: 'millimeter',
  m: 'meter',
  м: 'meter',
  kg: 'kilogram',
  кг: 'kilogram',
  g: 'gram',
  г: 'gram',
  ml: 'milliliter',
  мл: 'milliliter',
  l: 'liter',
  л: 'liter',
  ft: 'foot',
  lb: 'pound',
  lbs: 'pound',
  oz: 'ounce',
  mi: 'mile',
  ha: 'hectare',
  KB: 'kilobyte',
  MB: 'megabyte',
  GB: 'gigabyte',
  TB: 'terabyte',
  ms: 'millisecond',
  s: 'second',
  min: 'minute',
  мин: 'minute',
  h: 'hour',
  ч: 'hour',
};

/** What Intl has no names for; they differ little among languages. */
const INTERNATIONAL: Readonly<Record<string, string>> = {
  W: 'watt',
  kW: 'kilowatt',
  kWh: 'kilowatt hour',
  V: 'volt',
  Hz: 'hertz',
  kHz: 'kilohertz',
  MHz: 'megahertz',
  GHz: 'gigahertz',
  dB: 'decibel',
  fps: 'frames per second',
};

const CURRENCIES: Readonly<Record<string, string>> = {
  $: 'USD',
  US$: 'USD',
  R$: 'BRL',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '￥': 'JPY',
  '₹': 'INR',
  '₽': 'RUB',
  '₩': 'KRW',
  '₺': 'TRY',
  '₴': 'UAH',
  '₫': 'VND',
  '₪': 'ILS',
  '฿': 'THB',
  '৳': 'BDT',
  zł: 'PLN',
  Kč: 'CZK',
};

const AMOUNT = '\\d(?:[\\d.,’\\u00A0\\u202F]*\\d)?';
const SPACE = '[ \\u00A0\\u202F]?';
const unitSigns = alternatives([...Object.keys(UNITS), ...Object.keys(INTERNATIONAL)]);
const currencySigns = alternatives(Object.keys(CURRENCIES));
const BEHIND = new RegExp(`(?<=\\d${SPACE})(?<!\\d{4}(?=s))(${unitSigns})(?![\\p{L}\\p{N}])`, 'gu');
const CURRENCY_BEFORE = new RegExp(`(?<!\\p{L})(${currencySigns})${SPACE}(${AMOUNT})`, 'gu');
const CURRENCY = new RegExp(`(?<!\\p{L})(${currencySigns})(?!\\p{L})`, 'gu');

function alternatives(signs: readonly string[]): string {
  const longestFirst = signs.toSorted((one, other) => other.length - one.length);
  return longestFirst.map((sign) => RegExp.escape(sign)).join('|');
}

/** Signs of units and currencies as the language says them: `5 km/h`, `$5`, `95 %`, `90 °C`. */
export function withNamedUnits(text: string, language: string): string {
  return text
    .replace(CURRENCY_BEFORE, '$2 $1')
    .replace(CURRENCY, (sign) => ` ${currencyName(CURRENCIES[sign] ?? '', language)} `)
    .replace(BEHIND, (sign) => ` ${INTERNATIONAL[sign] ?? unitName(UNITS[sign] ?? '', language)} `)
    .replace(/[%٪％]/gu, () => ` ${unitName('percent', language)} `)
    .replace(/(?<=\s)&(?=\s)/gu, () => conjunction(language))
    .replace(/#(?=\d)/gu, `${NUMBER[primarySubtag(language)] ?? 'number'} `);
}

const names = new Map<string, string>();

/** `#1`; in other languages a word of about that length. */
const NUMBER: Readonly<Record<string, string>> = {
  de: 'Nummer',
  es: 'número',
  fr: 'numéro',
  it: 'numero',
  ja: 'ナンバー',
  ko: '넘버',
  pt: 'número',
  ru: 'номер',
  zh: '第',
};

/** Where CLDR's long form of five per cent is the sign itself. */
const PERCENT: Readonly<Record<string, string>> = {
  ar: 'بالمئة',
  ga: 'faoin gcéad',
  gl: 'por cento',
  ko: '퍼센트',
  ml: 'ശതമാനം',
  vi: 'phần trăm',
  yue: '百分之',
  zh: '百分之',
};

function unitName(unit: string, language: string): string {
  const own = unit === 'percent' ? PERCENT[primarySubtag(language)] : undefined;
  if (own !== undefined) return own;
  const name: Intl.NumberFormatOptions = { style: 'unit', unit, unitDisplay: 'long', numberingSystem: 'latn' };
  return remembered(names, `${language} ${unit}`, () => wordsOf(new Intl.NumberFormat(language, name)));
}

function currencyName(currency: string, language: string): string {
  const name: Intl.NumberFormatOptions = {
    style: 'currency',
    currency,
    currencyDisplay: 'name',
    numberingSystem: 'latn',
  };
  return remembered(names, `${language} ${currency}`, () => wordsOf(new Intl.NumberFormat(language, name)));
}

/** "and", as lists have it. */
function conjunction(language: string): string {
  return remembered(names, `${language} &`, () => {
    const parts = new Intl.ListFormat(language, { type: 'conjunction' }).formatToParts(['1', '2']);
    return parts.find(({ type }) => type === 'literal')?.value.trim() ?? '';
  });
}

/** What stands beside the number; five stands for the plural. */
function wordsOf(format: Intl.NumberFormat): string {
  const words = format.formatToParts(5).filter(({ type }) => ['unit', 'percentSign', 'currency'].includes(type));
  return words.map(({ value }) => value).join(' ');
}
