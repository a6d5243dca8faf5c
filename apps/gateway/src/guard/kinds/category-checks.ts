import type { ContentCategory } from '../../config/sections/guardrails/guardrail.ts';
import { Blocked } from '../blocked.ts';
import { KEYWORD, type SoughtPattern, type TextCheck } from './pattern-guard.ts';

/** Where a sentence ends (`litellm_content_filter`, 1.108.7). */
const SENTENCE_END = /[.!?]+/;

const BEFORE_WORD = String.raw`(?<![\p{L}\p{N}_])`;
const BEHIND_WORD = String.raw`(?![\p{L}\p{N}_])`;

/** What is looked for of categories. */
export interface CategoryChecks {
  /** What refuses a text. */
  readonly checks: readonly TextCheck[];
  /** What is masked. */
  readonly masks: readonly SoughtPattern[];
}

/**
 * Categories of a content filter, in the meanings of LiteLLM: what a text holds of one category's exceptions spares it all
 * of them. Two words that are found together cannot be masked, and neither can phrases: they refuse the text.
 */
export function categoryChecks(categories: readonly ContentCategory[], mask: string): CategoryChecks {
  if (categories.length === 0) return { checks: [], masks: [] };
  const exceptions = categories.flatMap((category) => category.exceptions);
  const isSpared = (text: string): boolean => {
    const lower = text.toLowerCase();
    return exceptions.some((phrase) => lower.includes(phrase));
  };
  const refusing = categories.flatMap((category) => [
    togetherCheck(category),
    phraseCheck(category),
    ...(category.action === 'BLOCK' ? [keywordCheck(category)] : []),
  ]);
  return {
    checks: [(text) => (isSpared(text) ? undefined : firstOf(refusing, text))],
    masks: categories.filter(({ action }) => action === 'MASK').flatMap((category) => maskOf(category, mask, isSpared)),
  };
}

function firstOf(checks: readonly TextCheck[], text: string): Blocked | undefined {
  for (const check of checks) {
    const blocked = check(text);
    if (blocked) return blocked;
  }
  return undefined;
}

/** An identifier and a word in one sentence. */
function togetherCheck({ name, identifiers, blockWords }: ContentCategory): TextCheck {
  const words = anyOf(blockWords);
  return (text) => {
    if (!words || identifiers.length === 0) return undefined;
    for (const sentence of text.toLowerCase().split(SENTENCE_END)) {
      const identifier = identifiers.find((one) => sentence.includes(one));
      const [word] = identifier === undefined ? [] : (words.exec(sentence) ?? []);
      if (word !== undefined) return conditional(name, `${identifier} + ${word}`);
    }
    return undefined;
  };
}

function phraseCheck({ name, phrases }: ContentCategory): TextCheck {
  return (text) => {
    const found = phrases.find((phrase) => text.search(phrase) !== -1);
    return found && conditional(name, `phrase: ${found.source}`);
  };
}

function keywordCheck({ name, keywords, alwaysKeywords }: ContentCategory): TextCheck {
  const lists = [alwaysKeywords, keywords].map((list) => ({
    pattern: anyOf(list.map(({ keyword }) => keyword)),
    severities: new Map(list.map(({ keyword, severity }) => [keyword, severity])),
  }));
  return (text) => {
    const lower = text.toLowerCase();
    for (const { pattern, severities } of lists) {
      const [keyword] = pattern?.exec(lower) ?? [];
      if (keyword === undefined) continue;
      const severity = severities.get(keyword) ?? 'high';
      const error = `Content blocked: ${name} category keyword '${keyword}' detected (severity: ${severity})`;
      return new Blocked(error, { details: { error, category: name, keyword, severity } });
    }
    return undefined;
  };
}

function maskOf(
  { name, keywords, alwaysKeywords }: ContentCategory,
  mask: string,
  unless: (text: string) => boolean,
): SoughtPattern[] {
  const words = [...alwaysKeywords, ...keywords].map(({ keyword }) => keyword);
  const found = anyOf(words);
  if (!found) return [];
  return [
    {
      name: KEYWORD,
      pattern: new RegExp(found.source, 'giu'),
      unless,
      action: 'MASK',
      mask,
      refusal: () => conditional(name, name),
      longest: longestOf(words),
    },
  ];
}

/** How long what is looked for may be, in characters. */
function longestOf(words: readonly string[]): number {
  return words.reduce((most, { length }) => Math.max(most, length), 0);
}

/** Words alone, and phrases wherever they stand; nothing where there are none. A star stands for one letter or none. */
function anyOf(words: readonly string[]): RegExp | undefined {
  if (words.length === 0) return undefined;
  const sources = words.map((word) => {
    const source = RegExp.escape(word).replaceAll(String.raw`\*`, '.?');
    return word.includes(' ') ? source : BEFORE_WORD + source + BEHIND_WORD;
  });
  return new RegExp(sources.join('|'), 'iu');
}

function conditional(name: string, phrase: string): Blocked {
  const error = `Content blocked: ${name} conditional match '${phrase}' detected (severity: high)`;
  return new Blocked(error, { details: { error, category: name, matched_phrase: phrase, severity: 'high' } });
}
