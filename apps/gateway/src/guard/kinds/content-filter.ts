import type { BannedKeywordsSettings, ContentFilterSettings } from '../../config/sections/guardrails/guardrail.ts';
import { Blocked } from '../blocked.ts';
import { USUAL_HOLD_BACK, type Guard } from '../guard.ts';
import { categoryChecks } from './category-checks.ts';
import { KEYWORD, patternGuard, wordPattern, type SoughtPattern } from './pattern-guard.ts';

/** `litellm_content_filter`, in the words of LiteLLM 1.108.7. */
export function contentFilter({
  patterns,
  blockedWords,
  categories,
  patternMask,
  keywordMask,
}: ContentFilterSettings): Guard {
  const byPattern = patterns.map(({ name, pattern, near, action }): SoughtPattern => ({
    name,
    pattern,
    near,
    action,
    mask: patternMask.replaceAll('{pattern_name}', name.toUpperCase()),
    refusal: () => refused(`Content blocked: ${name} pattern detected`, { pattern: name }),
    longest: USUAL_HOLD_BACK,
  }));
  const byWord = blockedWords.map(({ keyword, action, description }): SoughtPattern => ({
    name: KEYWORD,
    pattern: wordPattern(keyword),
    action,
    mask: keywordMask,
    refusal: () => {
      const why = description === undefined ? '' : ` (${description})`;
      const details = { keyword, description: description ?? null };
      return refused(`Content blocked: keyword '${keyword}' detected${why}`, details);
    },
    longest: keyword.length * 2,
  }));
  const { checks, masks } = categoryChecks(categories, keywordMask);
  return patternGuard([...masks, ...byPattern, ...byWord], checks);
}

/** The callback `banned_keywords`. */
export function bannedKeywords({ words }: BannedKeywordsSettings): Guard {
  return patternGuard(
    words.map((word) => ({
      name: KEYWORD,
      pattern: wordPattern(word),
      action: 'BLOCK',
      mask: '',
      refusal: () =>
        new Blocked(`Keyword banned. Keyword=${word}`, { details: { error: `Keyword banned. Keyword=${word}` } }),
      longest: word.length * 2,
    })),
  );
}

function refused(error: string, details: Readonly<Record<string, unknown>>): Blocked {
  return new Blocked(error, { details: { error, ...details } });
}
