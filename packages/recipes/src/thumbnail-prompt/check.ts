import type { Finding } from '../port/finding.ts';
import { measureAll } from '../port/measure-all.ts';
import type { Circumstances } from '../port/operation.ts';
import type { ThumbnailDraft } from './draft.ts';
import { avoidCheck } from './guarantees/avoid/check.ts';
import { chineseVariantCheck } from './guarantees/chinese-variant/check.ts';
import { conceptCountCheck } from './guarantees/concept-count/check.ts';
import { conceptsDifferCheck } from './guarantees/concepts-differ/check.ts';
import { dialectsCheck } from './guarantees/dialects/check.ts';
import { languageCheck } from './guarantees/language/check.ts';
import { overlayLanguageCheck } from './guarantees/overlay-language/check.ts';
import { overlayTextCheck } from './guarantees/overlay-text/check.ts';
import { plainWordsCheck } from './guarantees/plain-words/check.ts';
import type { ThumbnailInput } from './schema.ts';

/** What is promised of thumbnails, in the order in which `meta.checks` shows it. */
export const thumbnailChecks = [
  plainWordsCheck,
  languageCheck,
  avoidCheck,
  overlayTextCheck,
  overlayLanguageCheck,
  chineseVariantCheck,
  conceptsDifferCheck,
  conceptCountCheck,
  dialectsCheck,
] as const;

/** Every guarantee of thumbnails as findings with their figures. */
export function checkThumbnail(draft: ThumbnailDraft, input: ThumbnailInput, circumstances: Circumstances): Finding[] {
  return measureAll(thumbnailChecks, draft, input, circumstances);
}
