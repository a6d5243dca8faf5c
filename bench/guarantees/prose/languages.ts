import { eastAsian } from './east-asian.ts';
import { germanic } from './germanic.ts';
import { middleEasternAndSouthAsian } from './middle-eastern-south-asian.ts';
import { romance } from './romance.ts';
import { slavicAndTurkic } from './slavic-turkic.ts';
import type { Prose } from './prose.ts';

/** Every language in which the model of this bench writes. */
export const proses = {
  ...germanic,
  ...romance,
  ...slavicAndTurkic,
  ...middleEasternAndSouthAsian,
  ...eastAsian,
} satisfies Readonly<Record<string, Prose>>;

export type ProseLanguage = keyof typeof proses;

/** Another language than the given one: English, or German for English. */
export function foreignTo(language: ProseLanguage): Prose {
  return language === 'en' ? proses.de : proses.en;
}
