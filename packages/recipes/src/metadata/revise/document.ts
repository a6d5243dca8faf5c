import { z } from 'zod';
import { isEqual } from '../../json-patch/is-equal.ts';
import { platformIds, type PlatformId } from '../../platforms/platforms.ts';
import { standAs } from '../compose/compose.ts';
import type { MetadataDraft } from '../draft.ts';
import type { MetadataInput } from '../schema.ts';
import { withBlocks } from './blocks.ts';

/** Longer than any platform takes; the limits themselves are checked. */
const block = z.string().max(100_000);
const line = z.string().max(2000);
const tags = z.array(line).max(500).default([]);

const platformDocument = z.object({
  titles: z
    .array(z.object({ text: line, angle: line.default('search'), score: z.number().default(0) }))
    .max(50)
    .default([]),
  title: line.optional(),
  description: block.optional(),
  caption: block.optional(),
  tags,
  hashtags: tags,
  category_id: z.string().nullable().default(null),
  chapters: z
    .array(z.object({ start_seconds: z.number().min(0), title: line }))
    .max(200)
    .default([]),
  localizations: z.record(z.string().max(35), z.object({ title: line, description: block })).default({}),
  /** Follows the texts above when it is delivered. */
  snippet: z.looseObject({}).optional(),
});

/** What of metadata can be edited; the texts at the top are other names for those of the first platform. */
export const metadataDocument = z
  .object({
    title: line.default(''),
    description: block.default(''),
    tags,
    language: z.string().max(35).default('en'),
    platforms: z.partialRecord(z.enum(platformIds), platformDocument),
  })
  .refine(({ platforms }) => Object.keys(platforms).length > 0, 'has no platform');

export type MetadataDocument = z.output<typeof metadataDocument>;
export type PlatformDocument = z.output<typeof platformDocument>;

export function platformsIn({ platforms }: MetadataDocument): (readonly [PlatformId, PlatformDocument])[] {
  return Object.entries(platforms) as [PlatformId, PlatformDocument][];
}

/** The texts as they stand, as a draft that the checks measure. */
export function draftOf(document: MetadataDocument, input: MetadataInput): MetadataDraft {
  const [[, first] = [undefined, undefined]] = platformsIn(document);
  const draft: MetadataDraft = {
    titles: first?.titles.map(({ text, angle }) => ({ text, angle })) ?? [],
    description: first?.description ?? first?.caption ?? '',
    tags: first?.tags ?? [],
    captions: {},
    localizations: platformsIn(document).find(([id]) => id === 'youtube')?.[1].localizations ?? {},
  };
  return standAs(draft, input, document.platforms);
}

/**
 * What is edited at the top is written through to the first platform; chapters and hashtags that are edited stand so in
 * the texts that show them.
 */
export function whole(edited: MetadataDocument, before: MetadataDocument): MetadataDocument {
  const platforms = platformsIn(edited).map(([id, platform], index) => {
    const stood = before.platforms[id];
    const named = index === 0 && stood !== undefined ? writtenThrough(platform, stood, edited, before) : platform;
    return [id, stood === undefined ? named : withBlocks(named, stood)] as const;
  });
  return { ...edited, platforms: Object.fromEntries(platforms) };
}

function writtenThrough(
  platform: PlatformDocument,
  stood: PlatformDocument,
  edited: MetadataDocument,
  before: MetadataDocument,
): PlatformDocument {
  const body = platform.description === undefined ? 'caption' : 'description';
  return {
    ...platform,
    ...(platform.title === undefined && stood.title === undefined ? throughFirstTitle() : through('title', 'title')),
    ...through('description', body),
    ...through('tags', 'tags'),
  };

  function through(alias: Alias, member: keyof PlatformDocument) {
    if (isEqual(edited[alias], before[alias])) return {};
    refuseTwo(alias, platform[member], stood[member]);
    return { [member]: edited[alias] };
  }

  /** A platform without a title of its own shows the first of those to choose from. */
  function throughFirstTitle() {
    const [first, ...others] = platform.titles;
    if (first === undefined || edited.title === before.title) return {};
    refuseTwo('title', first.text, stood.titles[0]?.text);
    return { titles: [{ ...first, text: edited.title }, ...others] };
  }

  function refuseTwo(alias: Alias, now: unknown, earlier: unknown): void {
    if (!isEqual(now, earlier) && !isEqual(now, edited[alias]))
      throw new RangeError(`changes ${alias} and that of the first platform, which are the same, to different ones`);
  }
}

/** Members at the top that are other names for those of the first platform. */
type Alias = 'title' | 'description' | 'tags';
