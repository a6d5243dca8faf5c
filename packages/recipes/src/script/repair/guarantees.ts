import { attributionGuarantee } from '../guarantees/attribution/repair.ts';
import { avoidGuarantee } from '../guarantees/avoid/repair.ts';
import { callToActionGuarantee } from '../guarantees/call-to-action/repair.ts';
import { chineseVariantGuarantee } from '../guarantees/chinese-variant/repair.ts';
import { claimsGuarantee } from '../guarantees/claims/repair.ts';
import { contactsGuarantee } from '../guarantees/contacts/repair.ts';
import { durationGuarantee } from '../guarantees/duration/repair.ts';
import { languageGuarantee } from '../guarantees/language/repair.ts';
import { mustIncludeGuarantee } from '../guarantees/must-include/repair.ts';
import { onScreenTextGuarantee } from '../guarantees/on-screen-text/repair.ts';
import { picturesDifferGuarantee } from '../guarantees/pictures-differ/repair.ts';
import { picturesMatchGuarantee } from '../guarantees/pictures-match/repair.ts';
import { plainTextsGuarantee } from '../guarantees/plain-texts/repair.ts';
import { platformLengthGuarantee } from '../guarantees/platform-length/repair.ts';
import { readingGradeGuarantee } from '../guarantees/reading-grade/repair.ts';
import { repetitionGuarantee } from '../guarantees/repetition/repair.ts';
import { saidTwiceGuarantee } from '../guarantees/said-twice/repair.ts';
import { sceneCountGuarantee } from '../guarantees/scene-count/repair.ts';
import { sceneLanguageGuarantee } from '../guarantees/scene-language/repair.ts';
import { searchWordsGuarantee } from '../guarantees/search-words/repair.ts';
import { sourcesGuarantee } from '../guarantees/sources/repair.ts';
import { speakableGuarantee } from '../guarantees/speakable/repair.ts';
import { textLanguageGuarantee } from '../guarantees/text-language/repair.ts';
import { variantsDifferGuarantee } from '../guarantees/variants-differ/repair.ts';

/** In the order in which code fixes: what is spoken first, the length last, when nothing else changes it. */
export const scriptGuarantees = [
  speakableGuarantee,
  plainTextsGuarantee,
  chineseVariantGuarantee,
  onScreenTextGuarantee,
  avoidGuarantee,
  sourcesGuarantee,
  attributionGuarantee,
  claimsGuarantee,
  repetitionGuarantee,
  saidTwiceGuarantee,
  languageGuarantee,
  sceneLanguageGuarantee,
  textLanguageGuarantee,
  mustIncludeGuarantee,
  picturesDifferGuarantee,
  picturesMatchGuarantee,
  searchWordsGuarantee,
  callToActionGuarantee,
  readingGradeGuarantee,
  sceneCountGuarantee,
  variantsDifferGuarantee,
  platformLengthGuarantee,
  durationGuarantee,
  contactsGuarantee,
] as const;
