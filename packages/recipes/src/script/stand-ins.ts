import { matchLanguage } from '../language/match.ts';
import type { Finding, Outcome } from '../port/finding.ts';
import { splitSentences } from '../text/sentences.ts';
import { findTerms } from '../text/terms/terms.ts';
import { trimAtWord } from '../text/length/trim.ts';
import { bannedTerms } from './banned-terms.ts';
import type { ScriptDraft } from './draft.ts';
import type { ScriptInput } from './schema.ts';

/** Longer titles and loglines are cut. */
export const TITLE_CHARACTERS = 70;
export const LOGLINE_CHARACTERS = 140;

/** What the video is about, in the caller's own words on one line. */
export function subjectOf(input: ScriptInput): string {
  const subject = input.prompt ?? input.outline?.join('; ') ?? input.source_text ?? '';
  return subject.replace(/\s+/g, ' ').trim().slice(0, 600);
}

export function subjectAsTitle(input: ScriptInput): string {
  return trimAtWord(subjectOf(input), TITLE_CHARACTERS, 'characters');
}

export function subjectAsLogline(input: ScriptInput): string {
  return trimAtWord(subjectOf(input), LOGLINE_CHARACTERS, 'characters');
}

/** The last thing that is said: a call to action is spoken there. */
function lastSentence({ scenes }: ScriptDraft): string {
  return splitSentences(scenes.at(-1)?.narration ?? '').at(-1) ?? '';
}

/**
 * The draft with something else for each text that findings name: for title and logline the subject in the caller's
 * words, or where those will not do either the first spoken sentence; for the call to action the last one; nothing on
 * the screen.
 */
export function withoutTexts(draft: ScriptDraft, failed: readonly Finding[], input: ScriptInput): ScriptDraft {
  const paths = new Set(failed.map(({ path }) => path));
  const about = (characters: number) => trimAtWord(fitSubject(draft, input), characters, 'characters');
  return {
    ...draft,
    title: paths.has('title') ? about(TITLE_CHARACTERS) : draft.title,
    logline: paths.has('logline') ? about(LOGLINE_CHARACTERS) : draft.logline,
    cta: paths.has('cta') ? lastSentence(draft) : draft.cta,
    scenes: draft.scenes.map((scene, index) =>
      paths.has(`scenes[${index}].on_screen_text`) ? { ...scene, on_screen_text: '' } : scene,
    ),
  };
}

/** The caller may write in another language than the script's, or use a word that the script shall avoid. */
function fitSubject(draft: ScriptDraft, input: ScriptInput): string {
  const subject = subjectOf(input);
  const isFit =
    matchLanguage(subject, input.language).verdict !== 'no' &&
    findTerms(subject, bannedTerms(input), input.language).length === 0;
  return isFit ? subject : (splitSentences(draft.scenes[0]?.narration ?? '')[0] ?? subject);
}

/** A text around the scenes is replaced, one on the screen is left out. */
export function settledAs({ path }: Finding): Outcome {
  return path?.startsWith('scenes[') === true ? 'dropped' : 'replaced';
}
