import { abbreviationWords } from './abbreviation-words/by-language.ts';
import { primarySubtag } from '../../language/scripts.ts';

interface Matcher {
  readonly pattern: RegExp;
  readonly full: ReadonlyMap<string, string>;
}

const matchers = new Map<string, Matcher | null>();

/** A text with its abbreviations in full. */
export function withoutAbbreviations(text: string, language: string): string {
  const matcher = matcherOf(primarySubtag(language));
  if (matcher === null) return text;
  return text.replace(matcher.pattern, (found) => matcher.full.get(keyOf(found)) ?? found);
}

function matcherOf(language: string): Matcher | null {
  let matcher = matchers.get(language);
  if (matcher === undefined) {
    const entries = Object.entries(abbreviationWords[language === 'nb' || language === 'nn' ? 'no' : language] ?? {});
    matcher = entries.length === 0 ? null : makeMatcher(entries);
    matchers.set(language, matcher);
  }
  return matcher;
}

function makeMatcher(entries: readonly (readonly [string, string])[]): Matcher {
  const longestFirst = entries.map(([short]) => short).toSorted((one, other) => other.length - one.length);
  const patterns = longestFirst.map((short) =>
    RegExp.escape(short)
      .replace(/\\x20\\x23$/u, '(?=\\s?\\d)')
      .replaceAll('\\x20', '[ \\u00A0\\u202F]?'),
  );
  return {
    pattern: new RegExp(`(?<![\\p{L}\\p{M}.])(?:${patterns.join('|')})(?![\\p{L}\\p{M}])`, 'giu'),
    full: new Map(entries.map(([short, full]) => [keyOf(short), full])),
  };
}

function keyOf(short: string): string {
  return short.toLowerCase().replace(/\s|#$/gu, '');
}
