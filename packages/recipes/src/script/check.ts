import type { Finding } from '../port/finding.ts';
import { measureAll } from '../port/measure-all.ts';
import type { Circumstances } from '../port/operation.ts';
import type { ScriptDraft } from './draft.ts';
import { attributionCheck } from './guarantees/attribution/check.ts';
import { avoidCheck } from './guarantees/avoid/check.ts';
import { callToActionCheck } from './guarantees/call-to-action/check.ts';
import { chineseVariantCheck } from './guarantees/chinese-variant/check.ts';
import { claimsCheck } from './guarantees/claims/check.ts';
import { contactsCheck } from './guarantees/contacts/check.ts';
import { durationCheck } from './guarantees/duration/check.ts';
import { languageCheck } from './guarantees/language/check.ts';
import { mustIncludeCheck } from './guarantees/must-include/check.ts';
import { onScreenTextCheck } from './guarantees/on-screen-text/check.ts';
import { picturesDifferCheck } from './guarantees/pictures-differ/check.ts';
import { picturesMatchCheck } from './guarantees/pictures-match/check.ts';
import { plainTextsCheck } from './guarantees/plain-texts/check.ts';
import { platformLengthCheck } from './guarantees/platform-length/check.ts';
import { readingGradeCheck } from './guarantees/reading-grade/check.ts';
import { repetitionCheck } from './guarantees/repetition/check.ts';
import { saidTwiceCheck } from './guarantees/said-twice/check.ts';
import { sceneCountCheck } from './guarantees/scene-count/check.ts';
import { sceneLanguageCheck } from './guarantees/scene-language/check.ts';
import { searchWordsCheck } from './guarantees/search-words/check.ts';
import { sourcesCheck } from './guarantees/sources/check.ts';
import { speakableCheck } from './guarantees/speakable/check.ts';
import { textLanguageCheck } from './guarantees/text-language/check.ts';
import { variantsDifferCheck } from './guarantees/variants-differ/check.ts';
import type { ScriptInput } from './schema.ts';

/** What is promised of a script, in the order in which `meta.checks` shows it. */
export const scriptChecks = [
  durationCheck,
  platformLengthCheck,
  speakableCheck,
  plainTextsCheck,
  repetitionCheck,
  saidTwiceCheck,
  languageCheck,
  sceneLanguageCheck,
  textLanguageCheck,
  chineseVariantCheck,
  mustIncludeCheck,
  avoidCheck,
  sourcesCheck,
  attributionCheck,
  claimsCheck,
  onScreenTextCheck,
  picturesDifferCheck,
  picturesMatchCheck,
  searchWordsCheck,
  callToActionCheck,
  readingGradeCheck,
  sceneCountCheck,
  variantsDifferCheck,
  contactsCheck,
] as const;

/** Every guarantee of a script as findings with their figures. */
export function checkScript(draft: ScriptDraft, input: ScriptInput, circumstances: Circumstances): Finding[] {
  return measureAll(scriptChecks, draft, input, circumstances);
}
