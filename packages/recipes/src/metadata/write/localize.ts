import { z } from 'zod';
import { expectedWords } from '../../expected/expected-words.ts';
import { languageName } from '../../language/match.ts';
import { all, ask, ifUsable, type Work } from '../../port/effects.ts';
import type { MetadataDraft } from '../draft.ts';
import type { MetadataInput } from '../schema.ts';
import { labelledLines } from '../../prompts/labelled-lines.ts';
import { material } from '../../prompts/material.ts';
import { words } from '../../text/words.ts';
import { translateBoth } from '../prompts/asks.ts';
import { askText } from '../../prompts/prompt.ts';

const writtenLocalization = z.object({ title: z.string().min(1), description: z.string().min(1) });

/** Title and description in each language that is still missing, one ask a language, all at once; without those that gave nothing. */
export function* translate(draft: MetadataDraft, input: MetadataInput, system: string): Work<MetadataDraft> {
  const isMissing = (locale: string) => draft.localizations[locale] === undefined && locale !== input.language;
  const locales = [...new Set(input.locales)].filter(isMissing);
  const written = yield* all(locales.map((locale) => ifUsable(askTranslation(locale, draft, input, system))));
  const usable = written.filter((one) => one !== undefined);
  return { ...draft, localizations: { ...draft.localizations, ...Object.fromEntries(usable) } };
}

type Localization = MetadataDraft['localizations'][string];

function* askTranslation(
  locale: string,
  { titles, description }: MetadataDraft,
  input: MetadataInput,
  system: string,
): Work<readonly [locale: string, Localization]> {
  const name = languageName(locale);
  const written = yield* ask<Localization>({
    part: `localizations.${locale}`,
    label: `Translating into ${name}`,
    system,
    prompt: `${labelledLines([
      ['Title', material(titles[0]?.text ?? input.title)],
      ['Description', material(description)],
    ])}\n\n${askText(translateBoth, { language: name })}`,
    reply: { form: 'json', name: 'localization', schema: writtenLocalization },
    maxTokens: 300 + description.length,
    temperature: 0.4,
    expected: () => expectedTranslation(locale, titles[0]?.text ?? '', description),
  });
  return [locale, written];
}

/** As many words as what is translated has. */
function expectedTranslation(locale: string, title: string, description: string): Localization {
  const expected = expectedWords(locale);
  const inPlaceOf = (text: string) => expected.phrase(words(text).length);
  return { title: inPlaceOf(title), description: inPlaceOf(description) };
}
