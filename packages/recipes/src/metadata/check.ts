import type { Finding } from '../port/finding.ts';
import { measureAll } from '../port/measure-all.ts';
import type { Circumstances } from '../port/operation.ts';
import type { MetadataDraft } from './draft.ts';
import { avoidCheck } from './guarantees/avoid/check.ts';
import { chaptersCheck } from './guarantees/chapters/check.ts';
import { chineseVariantCheck } from './guarantees/chinese-variant/check.ts';
import { contactsCheck } from './guarantees/contacts/check.ts';
import { descriptionOpeningCheck } from './guarantees/description-opening/check.ts';
import { languageCheck } from './guarantees/language/check.ts';
import { localizationsCheck } from './guarantees/localizations/check.ts';
import { plainTextCheck } from './guarantees/plain-text/check.ts';
import { platformLimitsCheck } from './guarantees/platform-limits/check.ts';
import { textLanguageCheck } from './guarantees/text-language/check.ts';
import { titleCountCheck } from './guarantees/title-count/check.ts';
import { titleFactsCheck } from './guarantees/title-facts/check.ts';
import { titleSpecificCheck } from './guarantees/title-specific/check.ts';
import { titlesDifferCheck } from './guarantees/titles-differ/check.ts';
import type { MetadataInput } from './schema.ts';

/** What is promised of metadata, in the order in which `meta.checks` shows it. */
export const metadataChecks = [
  platformLimitsCheck,
  plainTextCheck,
  titleCountCheck,
  titlesDifferCheck,
  titleFactsCheck,
  titleSpecificCheck,
  descriptionOpeningCheck,
  languageCheck,
  textLanguageCheck,
  chineseVariantCheck,
  chaptersCheck,
  localizationsCheck,
  avoidCheck,
  contactsCheck,
] as const;

/** Every guarantee of metadata as findings with their figures. */
export function checkMetadata(draft: MetadataDraft, input: MetadataInput, circumstances: Circumstances): Finding[] {
  return measureAll(metadataChecks, draft, input, circumstances);
}
