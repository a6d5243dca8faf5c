import { z } from 'zod';
import { languageName } from '../language/match.ts';
import { ask, type Writing } from '../recipe.ts';
import type { MetadataDraft } from './draft.ts';
import type { MetadataInput } from './schema.ts';

const writtenLocalization = z.object({ title: z.string().min(1), description: z.string().min(1) });

/** Title and description in each language that is still missing, one ask a language. */
export function* translate(draft: MetadataDraft, input: MetadataInput, system: string): Writing<MetadataDraft> {
  const localizations = { ...draft.localizations };
  const [title] = draft.titles;
  for (const locale of input.locales) {
    if (localizations[locale] !== undefined || locale === input.language) continue;
    const name = languageName(locale);
    localizations[locale] = yield* ask({
      part: `localizations.${locale}`,
      label: `Translating into ${name}`,
      system,
      prompt: `Title: ${title?.text ?? input.title}\nDescription: ${draft.description}\n\nGive the title and the description in ${name}, as a native speaker would write them, the title with at most 90 characters.`,
      answer: { form: 'json', name: 'localization', schema: writtenLocalization },
      maxTokens: 300 + draft.description.length,
      temperature: 0.4,
    });
  }
  return { ...draft, localizations };
}
