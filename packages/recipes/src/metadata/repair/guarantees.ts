import { avoidGuarantee } from '../guarantees/avoid/repair.ts';
import { chaptersGuarantee } from '../guarantees/chapters/repair.ts';
import { chineseVariantGuarantee } from '../guarantees/chinese-variant/repair.ts';
import { contactsGuarantee } from '../guarantees/contacts/repair.ts';
import { descriptionOpeningGuarantee } from '../guarantees/description-opening/repair.ts';
import { languageGuarantee } from '../guarantees/language/repair.ts';
import { localizationsGuarantee } from '../guarantees/localizations/repair.ts';
import { plainTextGuarantee } from '../guarantees/plain-text/repair.ts';
import { platformLimitsGuarantee } from '../guarantees/platform-limits/repair.ts';
import { textLanguageGuarantee } from '../guarantees/text-language/repair.ts';
import { titleCountGuarantee } from '../guarantees/title-count/repair.ts';
import { titleFactsGuarantee } from '../guarantees/title-facts/repair.ts';
import { titleSpecificGuarantee } from '../guarantees/title-specific/repair.ts';
import { titlesDifferGuarantee } from '../guarantees/titles-differ/repair.ts';

/** In the order in which code fixes and settles: what cleans first, then what drops, at last what stands in. */
export const metadataGuarantees = [
  plainTextGuarantee,
  chineseVariantGuarantee,
  descriptionOpeningGuarantee,
  avoidGuarantee,
  languageGuarantee,
  textLanguageGuarantee,
  titleFactsGuarantee,
  titlesDifferGuarantee,
  titleSpecificGuarantee,
  titleCountGuarantee,
  platformLimitsGuarantee,
  chaptersGuarantee,
  localizationsGuarantee,
  contactsGuarantee,
] as const;
