import { primarySubtag } from '../language/scripts.ts';
import { fold } from '../text/words.ts';

/** A text and the language that it is in. */
interface Told {
  readonly text: string;
  readonly language: string;
}

/**
 * Months that a claim names and its source does not, where the source names others: "in May" for what was in March. A
 * source without any says nothing about months, and "may" and "march" are verbs too.
 */
export function otherMonths(claim: string, language: string, source: Told): string[] {
  const claimed = monthsIn({ text: claim, language });
  if (claimed.size === 0) return [];
  // Short sources are mostly in the claim's language, whatever they look like.
  const known = new Map([...monthsIn(source), ...monthsIn({ text: source.text, language })]);
  if (known.size === 0) return [];
  return [...claimed].flatMap(([month, name]) => (known.has(month) ? [] : [name]));
}

/** The months of a text by their number, with the names that stand there. */
function monthsIn({ text, language }: Told): ReadonlyMap<number, string> {
  const folded = ` ${fold(text)} `;
  return new Map(
    monthNames(primarySubtag(language)).flatMap(({ month, name, pattern }) =>
      pattern.test(folded) ? [[month, name] as const] : [],
    ),
  );
}

interface MonthName {
  readonly month: number;
  readonly name: string;
  readonly pattern: RegExp;
}

const known = new Map<string, readonly MonthName[]>();

/** What a language calls its months, in dates and alone (CLDR, by Intl). */
function monthNames(language: string): readonly MonthName[] {
  let names = known.get(language);
  if (names === undefined) {
    names = Array.from({ length: 12 }, (_, month) => month).flatMap((month) =>
      formsOf(language, month).map((name) => ({ month, name, pattern: patternOf(name) })),
    );
    known.set(language, names);
  }
  return names;
}

function formsOf(language: string, month: number): readonly string[] {
  const date = new Date(Date.UTC(2026, month, 15));
  const options = { month: 'long', timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn' } as const;
  const alone = new Intl.DateTimeFormat(language, options).format(date);
  const inDate = new Intl.DateTimeFormat(language, { ...options, day: 'numeric' })
    .formatToParts(date)
    .flatMap(({ type, value }) => (type === 'month' ? [value] : []));
  return [...new Set([alone, ...inDate])];
}

/** With endings of cases ("в июне"), but not within a word or a number: 1月 is not in 11月. */
function patternOf(name: string): RegExp {
  const own = fold(name);
  const stem = /\p{L}{4}/u.test(own) ? own.replace(/[\p{Ll}]$/u, '') : own;
  const behind = /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Thai}/u.test(own) ? '' : '\\p{L}{0,3}(?![\\p{L}\\p{N}])';
  return new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(stem)}${behind}`, 'u');
}
