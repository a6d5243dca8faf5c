import { z } from 'zod';
import { ask, type RecipeContext, type Writing } from '../recipe.ts';
import { mendSpeech } from '../text/speakable.ts';
import { trimAtSentence } from '../text/trim.ts';
import type { MetadataDraft } from './draft.ts';
import { translate } from './localize.ts';
import type { MetadataInput } from './schema.ts';
import { angleOf } from './title-score.ts';
import { briefFor } from './write-single.ts';

const MATERIAL_CHARACTERS = 1500;
const DESCRIPTION_CHARACTERS = 300;

export const SMALL_EDITOR = 'You write short plain titles and descriptions for videos. Answer with what is asked only.';

interface WrittenTitles {
  readonly titles: readonly string[];
  readonly description: string;
}

const schemas = new Map<number, z.ZodType<WrittenTitles>>();

/** One schema object for each number of titles: drivers keep what they derive from it. */
function writtenTitles(count: number): z.ZodType<WrittenTitles> {
  let schema = schemas.get(count);
  if (schema === undefined) {
    schema = z.object({
      // Bounds that a grammar can hold; where nothing holds them, code cuts what is too long.
      titles: z.array(z.string().min(8).meta({ maxLength: 90 })).length(count),
      description: z.string().min(40).meta({ maxLength: DESCRIPTION_CHARACTERS }),
    });
    schemas.set(count, schema);
  }
  return schema;
}

/** One small ask; tags, hashtags, category and captions are made by code. */
export function* writeStaged(input: MetadataInput, _context: RecipeContext): Writing<MetadataDraft> {
  yield { kind: 'progress', done: 0, total: 1, label: 'Writing titles and a description' };
  const written = yield* ask({
    part: 'metadata',
    label: 'Writing titles and a description',
    system: SMALL_EDITOR,
    prompt: `${briefFor(input, MATERIAL_CHARACTERS)}\n\ntitles: ${input.variants} different video titles about this, each with four to nine words: one that says how or why, one with the surprising fact, one as a question. description: two sentences on what the viewer learns.`,
    answer: { form: 'json', name: 'metadata', schema: writtenTitles(input.variants) },
    maxTokens: 160 + input.variants * 25,
    temperature: 0.6,
  });
  const draft: MetadataDraft = {
    titles: written.titles.map((title) => ({ text: plainTitle(title), angle: angleOf(title) })),
    description: trimAtSentence(mendSpeech(written.description), DESCRIPTION_CHARACTERS - 1, 'characters'),
    tags: [],
    captions: {},
    localizations: {},
  };
  return yield* translate(draft, input, SMALL_EDITOR);
}

export function plainTitle(title: string): string {
  return mendSpeech(title)
    .replace(/^(?:title\s*)?\d*\s*[:.)-]\s*/i, '')
    .replace(/\.$/, '');
}
