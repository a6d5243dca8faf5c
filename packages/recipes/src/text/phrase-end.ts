import { arabicScriptLanguages, cyrillicLanguages, latinLanguages } from '../language/function-words.ts';

const FUNCTION_WORDS = { ...latinLanguages, ...cyrillicLanguages, ...arabicScriptLanguages };

/** The language's function words; none for languages we do not know. */
export function functionWords(language: string): ReadonlySet<string> {
  return FUNCTION_WORDS[language.split('-', 1)[0]?.toLowerCase() ?? '']?.words ?? NONE;
}

const NONE: ReadonlySet<string> = new Set();

/** A cut phrase without the small words that wait for what was cut off: "Water flows into the" → "Water flows". */
export function withoutDanglingWords(phrase: string, language: string): string {
  const known = functionWords(language);
  const parts = phrase.replace(/[\s\-–—,;:]+$/u, '').split(' ');
  while (parts.length > 2 && known.has((parts.at(-1) ?? '').toLowerCase())) parts.pop();
  return parts.join(' ').replace(/[\s\-–—,;:]+$/u, '');
}
