/** A number that was written in figures: `1,234.50` is whole "1234" and decimals "50". */
export interface Figure {
  readonly whole: string;
  readonly decimals: string;
}

/** ASCII figures with what groups them; which signs those are is settled by `readFigures`. */
const FIGURES = /\d+(?:[.,'’\u202F]\d+)*/gu;

/** The same in languages that group by spaces. */
const SPACED_FIGURES = /\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,'’\u202F]\d+)*/gu;

/** Finds the figures of a text that `plainDigits` has made plain. */
export function figuresOf(language: string): RegExp {
  return separatorsOf(language).group === ' ' ? SPACED_FIGURES : FIGURES;
}

/**
 * The numbers that a run of figures says in a language, mostly one. A separator groups where three figures follow it
 * (two in between, in India) and it is not the language's own sign of decimals: `1.234` is 1,234 in German and one and
 * a bit in English. Several that fit neither way are several numbers: `1.2.3`.
 */
export function readFigures(text: string, language: string): readonly Figure[] {
  const parts = text.split(/[^\d]/u);
  const signs = text.replace(/\d/gu, '');
  const last = signs.at(-1);
  if (last === undefined) return [{ whole: text, decimals: '' }];
  const isSame = signs === last.repeat(signs.length);
  const isDecimal = !isSame || (signs.length === 1 && isDecimalSign(last, parts, language));
  const groups = isDecimal ? parts.slice(0, -1) : parts;
  if (!areGroups(groups)) return parts.map((whole) => ({ whole, decimals: '' }));
  return [{ whole: groups.join(''), decimals: isDecimal ? (parts.at(-1) ?? '') : '' }];
}

function isDecimalSign(sign: string, [first = '', rest = '']: readonly string[], language: string): boolean {
  if (sign !== '.' && sign !== ',') return false;
  return rest.length !== 3 || first.length > 3 || first === '0' || sign === separatorsOf(language).decimal;
}

function areGroups([first = '', ...rest]: readonly string[]): boolean {
  if (rest.length === 0) return true;
  return first.length <= 3 && rest.at(-1)?.length === 3 && rest.every(({ length }) => length === 3 || length === 2);
}

interface Separators {
  readonly decimal: string;
  readonly group: string;
}

const separators = new Map<string, Separators>();

/** The language's own signs, by CLDR; every kind of space is one. */
function separatorsOf(language: string): Separators {
  let known = separators.get(language);
  if (known === undefined) {
    const format = new Intl.NumberFormat(language, { useGrouping: 'always', numberingSystem: 'latn' });
    const parts = format.formatToParts(1_234_567.5);
    const sign = (wanted: string) => parts.find(({ type }) => type === wanted)?.value ?? '';
    known = { decimal: sign('decimal'), group: sign('group').replace(/\s/u, ' ') };
    if (separators.size < 500) separators.set(language, known);
  }
  return known;
}
