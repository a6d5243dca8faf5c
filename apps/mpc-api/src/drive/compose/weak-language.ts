import { invalidInput } from '@showrunner/errors';
import { isSurelyInNoneOf, languageName, primarySubtag, type Finding } from '@showrunner/recipes';
import { objectOf, textOf, type JsonMembers } from '../../json-members.ts';
import type { ChosenModel } from './choose-model.ts';

/** A request, as far as its language is concerned. */
interface Worded {
  /** As it was asked, with stored results in the place of their names. */
  readonly body: JsonMembers;
  /** The one that it was read to be in; nothing where no words are written. */
  readonly language: string | undefined;
}

/**
 * The language that a model was not found fit to write, where the request surely wants it: named by the caller, or told
 * by what is written. A guess that may be wrong is none.
 */
export function weakLanguage({ body, language }: Worded, { languages }: ChosenModel): string | undefined {
  if (languages === undefined || language === undefined) return undefined;
  if (languages.some((fit) => primarySubtag(fit) === primarySubtag(language))) return undefined;
  const isNamed = textOf(body.language) !== undefined || objectOf(body.script ?? body.original) !== undefined;
  return isNamed || isSurelyInNoneOf(writtenIn(body), languages) ? language : undefined;
}

/** What tells a request's language where it names none. */
function writtenIn(body: JsonMembers): string {
  const texts = ['prompt', 'title', 'content', 'source_text'].map((name) => textOf(body[name]));
  return texts.filter((text) => text !== undefined).join('\n');
}

/** Refuses it before anything is asked, with the ways on. */
export function weakLanguageRefused(language: string, { name, languages = [] }: ChosenModel): Error {
  const fit = languages.map((tag) => `${tag} (${languageName(tag)})`).join(', ');
  return invalidInput([
    {
      path: 'language',
      reason: `the model "${name}" was not found fit to write ${languageName(language)}`,
      allowed: `${fit}; a provider or a larger model writes more, and allow_weak_language: true asks it all the same`,
    },
  ]);
}

/** What the answer says where the caller wanted it all the same. */
export function weakLanguageFinding(language: string, { name, languages = [] }: ChosenModel): Finding {
  return {
    name: 'weak_language',
    ok: false,
    value: language,
    limit: languages.join(', '),
    unit: 'language',
    message: `The model "${name}" was not found fit to write ${languageName(language)}: expect errors.`,
    severity: 'report',
  };
}
