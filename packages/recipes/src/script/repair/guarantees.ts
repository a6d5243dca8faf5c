import { avoidGuarantee } from '../guarantees/avoid/repair.ts';
import { durationGuarantee } from '../guarantees/duration/repair.ts';
import { languageGuarantee } from '../guarantees/language/repair.ts';
import { mustIncludeGuarantee } from '../guarantees/must-include/repair.ts';
import { onScreenTextGuarantee } from '../guarantees/on-screen-text/repair.ts';
import { picturesDifferGuarantee } from '../guarantees/pictures-differ/repair.ts';
import { repetitionGuarantee } from '../guarantees/repetition/repair.ts';
import { sceneCountGuarantee } from '../guarantees/scene-count/repair.ts';
import { sourcesGuarantee } from '../guarantees/sources/repair.ts';
import { speakableGuarantee } from '../guarantees/speakable/repair.ts';
import { variantsDifferGuarantee } from '../guarantees/variants-differ/repair.ts';

/** In the order in which code fixes: what is spoken first, the length last, when nothing else changes it. */
export const scriptGuarantees = [
  speakableGuarantee,
  onScreenTextGuarantee,
  avoidGuarantee,
  sourcesGuarantee,
  repetitionGuarantee,
  languageGuarantee,
  mustIncludeGuarantee,
  picturesDifferGuarantee,
  sceneCountGuarantee,
  variantsDifferGuarantee,
  durationGuarantee,
] as const;
