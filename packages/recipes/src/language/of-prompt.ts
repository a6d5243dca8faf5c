import { guessLanguage, surveyLanguage } from './detect.ts';

/** A short prompt has few function words, so among Latin letters a guess other than English needs a clear lead. */
const CLEAR_LEAD = 0.3;

/** The language most written in a script, where its words do not tell. */
const LIKELIEST: Readonly<Record<string, string>> = { Cyrillic: 'ru', Arabic: 'ar' };

/** The language that a request is written in; English where that cannot be told. */
export function languageOf(texts: readonly (string | undefined)[]): string {
  const text = texts.filter((part) => part !== undefined).join('\n');
  const survey = surveyLanguage(text);
  const [script = 'Latin'] = survey.shares.keys();
  const { language, confidence } = guessLanguage(survey);
  if (script !== 'Latin') return language ?? LIKELIEST[script] ?? 'en';
  return language !== undefined && confidence >= CLEAR_LEAD ? language : 'en';
}
