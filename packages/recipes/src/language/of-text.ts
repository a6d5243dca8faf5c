import { guessLanguage, surveyLanguage } from './detect.ts';

/** Few function words tell little, so among Latin letters a guess other than English needs a clear lead. */
const CLEAR_LEAD = 0.3;

/** The language most written in a script, where its words do not tell. */
const LIKELIEST: Readonly<Record<string, string>> = { Cyrillic: 'ru', Arabic: 'ar' };

/**
 * The language of running text, by its function words, in a browser too; English where that cannot be told. A prompt is
 * too short for it: `languageOf`.
 */
export function languageOfText(text: string): string {
  const survey = surveyLanguage(text);
  const [script = 'Latin'] = survey.shares.keys();
  const { language, confidence } = guessLanguage(survey);
  if (script !== 'Latin') return language ?? LIKELIEST[script] ?? 'en';
  return language !== undefined && confidence >= CLEAR_LEAD ? language : 'en';
}
