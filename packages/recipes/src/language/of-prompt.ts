import { detectLanguage } from './detect.ts';

/** A short prompt has few function words, so a guess other than English needs a clear lead. */
const CLEAR_LEAD = 0.25;

/** The language that a request is written in; English where that cannot be told. */
export function languageOf(texts: readonly (string | undefined)[]): string {
  const text = texts
    .filter((part) => part !== undefined)
    .join('\n')
    .slice(0, 4000);
  const { language, confidence } = detectLanguage(text);
  return language !== undefined && confidence >= CLEAR_LEAD ? language : 'en';
}
