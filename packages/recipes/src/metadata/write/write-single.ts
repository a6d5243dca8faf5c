import { z } from 'zod';
import { languageName } from '../../language/match.ts';
import { platformIds, platformOf, type PlatformId } from '../../platforms/platforms.ts';
import { ask, type Work } from '../../port/effects.ts';
import type { MetadataDraft } from '../draft.ts';
import { translate } from './localize.ts';
import type { MetadataInput } from '../schema.ts';

const MATERIAL_CHARACTERS = 40_000;

export const EDITOR = `You write the words around a video: titles, descriptions, captions. They help the right people find it and promise exactly what it keeps.

Titles
- 35 to 65 characters. The phrase people search for in the first half, then the reason to click.
- Each title takes another angle; no two share their main words' order. Plain words, sentence case, no emoji, no hashtags, no ALL CAPS, no "you won't believe".
- Every number and every name in a title stands in the material. Nothing is promised that it does not deliver.

Description
- First line: what viewers learn or feel, with the search phrase; it is all that most people see.
- Then one or two short paragraphs on what the video shows, concretely. No links, hashtags, timestamps, "in this video we".

Captions
- In the manner of their platform, first line strong enough alone, complete in themselves, no hashtags, no links.

Tags: 8 to 15 phrases people search for, specific before general, no "#".`;

const angles = ['search', 'curiosity', 'how_to', 'list', 'question', 'contrarian', 'story', 'benefit'] as const;

const writtenMetadata = z.object({
  titles: z.array(z.object({ text: z.string().min(1), angle: z.enum(angles) })).min(1),
  description: z.string().min(1),
  tags: z.array(z.string()),
  captions: z.array(z.object({ platform: z.enum(platformIds), text: z.string() })),
});

/** One structured ask, and one for translations where they are wanted. */
export function* writeSingle(input: MetadataInput): Work<MetadataDraft> {
  const written = yield* ask({
    part: 'metadata',
    label: 'Writing titles and descriptions',
    system: EDITOR,
    prompt: `${briefFor(input, MATERIAL_CHARACTERS)}\n\nWrite ${input.variants} titles, the description, the tags${captionRequest(input)}.`,
    topic: `${input.title} ${input.keywords.join(' ')} ${input.material}`,
    reply: { form: 'json', name: 'metadata', schema: writtenMetadata },
    maxTokens: 1200 + input.variants * 60 + input.platforms.length * 300,
    temperature: 0.7,
  });
  const draft: MetadataDraft = {
    ...written,
    captions: Object.fromEntries(written.captions.map(({ platform, text }) => [platform, text])),
    localizations: {},
  };
  return yield* translate(draft, input, EDITOR);
}

function captionRequest({ platforms }: MetadataInput): string {
  const wanted = platforms.filter((id) => platformOf(id).kind === 'caption');
  if (wanted.length === 0) return ', and no captions';
  return `, and a caption for each of these platforms:\n${wanted.map(captionLine).join('\n')}\n`;
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
  const lines: readonly (readonly [label: string, value: string])[] = [
    ['Working title', input.title],
    ['Language', languageName(input.language)],
    ['Published on', input.platforms.map(platformLine).join('; ')],
    ['Search phrases', input.keywords.join(', ')],
    ['Audience', input.audience ?? ''],
    ['Tone', input.tone ?? ''],
    ['Call to action', input.cta ?? ''],
    ['Never use these words', input.avoid.join(', ')],
    ['Titles used before, to differ from', input.previous_titles.slice(-40).join(' | ')],
    ['Material', input.material.slice(0, materialCharacters)],
  ];
  return lines.flatMap(([label, value]) => (value === '' ? [] : [`${label}: ${value}`])).join('\n');
}
