import { z } from 'zod';
import { languageName } from '../../language/match.ts';
import { platformIds, platformOf, type PlatformId } from '../../platforms/platforms.ts';
import { expectedWords } from '../../expected/expected-words.ts';
import { ask, type Work } from '../../port/effects.ts';
import { wantedText, wordOf } from '../../reply/json/shape.ts';
import type { MetadataDraft } from '../draft.ts';
import { translate } from './localize.ts';
import type { MetadataInput } from '../schema.ts';
import { systemFor } from '../prompts/system.ts';
import { labelledLines } from '../../prompts/labelled-lines.ts';
import { material } from '../../prompts/material.ts';
import { captionsFor, writeAll } from '../prompts/asks.ts';
import { askText } from '../../prompts/prompt.ts';

const MATERIAL_CHARACTERS = 40_000;

const angles = ['search', 'curiosity', 'how_to', 'list', 'question', 'contrarian', 'story', 'benefit'] as const;

const writtenMetadata = z.object({
  titles: z.array(z.object({ text: z.string().min(1), angle: wordOf(angles, 'search') })).meta({ minItems: 1 }),
  description: wantedText(),
  tags: z.array(z.string()),
  captions: z.array(z.object({ platform: z.enum(platformIds), text: z.string() })),
});

/** One structured ask, and one for translations where they are wanted. */
export function* writeSingle(input: MetadataInput): Work<MetadataDraft> {
  const written = yield* ask({
    part: 'metadata',
    label: 'Writing titles and descriptions',
    system: systemFor({ strategy: 'single' }),
    prompt: `${briefFor(input, MATERIAL_CHARACTERS)}\n\n${askText(writeAll, { titles: input.variants, captions: captionRequest(input) })}`,
    topic: `${input.title} ${input.keywords.join(' ')} ${input.material}`,
    reply: { form: 'json', name: 'metadata', schema: writtenMetadata },
    maxTokens: 1200 + input.variants * 60 + input.platforms.length * 300,
    temperature: 0.7,
    expected: () => expectedMetadata(input),
  });
  const draft: MetadataDraft = {
    ...written,
    captions: Object.fromEntries(written.captions.map(({ platform, text }) => [platform, text])),
    localizations: {},
  };
  return yield* translate(draft, input, systemFor({ strategy: 'single' }));
}

/** Two sentences; fewer words where a platform has less room. */
const CAPTION_WORDS = 35;

function expectedMetadata({ language, variants, platforms }: MetadataInput): z.output<typeof writtenMetadata> {
  const words = expectedWords(language);
  return {
    titles: Array.from({ length: variants }, (_, at) => ({
      text: words.phrase(8),
      angle: angles[at % angles.length] ?? 'search',
    })),
    description: `${words.phrase(25)}.\n\n${words.phrase(35)}.`,
    tags: Array.from({ length: 10 }, () => words.phrase(2)),
    captions: platforms
      .filter((id) => platformOf(id).kind === 'caption')
      .map((platform) => ({ platform, text: words.phrase(Math.min(CAPTION_WORDS, captionCharacters(platform) / 8)) })),
  };
}

function captionRequest({ platforms }: MetadataInput): string {
  const wanted = platforms.filter((id) => platformOf(id).kind === 'caption');
  return askText(captionsFor, { lines: wanted.map(captionLine).join('\n') });
}

/** What a caption may have, so that links and hashtags find room behind it. */
export function captionCharacters(id: PlatformId): number {
  const platform = platformOf(id);
  const limit = platform.kind === 'caption' ? platform.captionLimits[0].maximum : 0;
  return Math.min(600, Math.floor(limit * 0.8));
}

function captionLine(id: PlatformId): string {
  const platform = platformOf(id);
  return `- ${id}: ${platform.manner}; at most ${captionCharacters(id)} characters`;
}

function platformLine(id: PlatformId): string {
  const { name, kind, manner } = platformOf(id);
  return kind === 'titled' ? `${name} (${manner})` : name;
}

/** The request in labelled lines. */
export function briefFor(input: MetadataInput, materialCharacters: number): string {
  return labelledLines([
    ['Working title', input.title],
    ['Language', languageName(input.language)],
    ['Published on', input.platforms.map(platformLine).join('; ')],
    ['Search phrases', input.keywords.join(', ')],
    ['Audience', input.audience ?? ''],
    ['Tone', input.tone ?? ''],
    ['Call to action', input.cta ?? ''],
    ['Never use these words', input.avoid.join(', ')],
    ['Titles used before, to differ from', material(input.previous_titles.slice(-40).join('\n'))],
    ['Material', material(input.material, materialCharacters)],
  ]);
}
