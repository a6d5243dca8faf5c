import { arabicScriptWords } from './arabic-script.ts';
import { balticUralicTurkicWords } from './baltic-uralic-turkic.ts';
import { cyrillicWords } from './cyrillic.ts';
import { devanagariWords } from './devanagari.ts';
import { germanicWords } from './germanic.ts';
import type { LanguageMarks } from './marks.ts';
import { romanceWords } from './romance.ts';
import { slavicWords } from './slavic.ts';
import { southEasternWords } from './south-eastern.ts';

/** The scripts that several of the languages known here are written in, so that words have to tell them apart. */
export const wordsByScript: Readonly<Record<string, Readonly<Record<string, LanguageMarks>>>> = {
  Latin: { ...germanicWords, ...romanceWords, ...slavicWords, ...balticUralicTurkicWords, ...southEasternWords },
  Cyrillic: cyrillicWords,
  Arabic: arabicScriptWords,
  Devanagari: devanagariWords,
};

/** The languages of a script by its ISO 15924 code. */
export function wordsInScript(code: string): Readonly<Record<string, LanguageMarks>> {
  return wordsByScript[NAMES[code] ?? ''] ?? {};
}

const NAMES: Readonly<Record<string, string>> = { Latn: 'Latin', Cyrl: 'Cyrillic', Arab: 'Arabic', Deva: 'Devanagari' };

/** The language's function words, by its primary subtag, in whatever script; none for languages we do not know. */
export function functionWords(language: string): ReadonlySet<string> {
  const [written = ''] = language.toLowerCase().split('-', 1);
  const primary = WRITTEN_AS[written] ?? written;
  let known = ofLanguage.get(primary);
  if (known === undefined) {
    known = new Set(Object.values(wordsByScript).flatMap((languages) => [...(languages[primary]?.words ?? [])]));
    ofLanguage.set(primary, known);
  }
  return known;
}

/** Norwegian's two ways of writing share their small words; Filipino is Tagalog. */
const WRITTEN_AS: Readonly<Record<string, string>> = { nb: 'no', nn: 'no', tl: 'fil' };

const ofLanguage = new Map<string, ReadonlySet<string>>();
