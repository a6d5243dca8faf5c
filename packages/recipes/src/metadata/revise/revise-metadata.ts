import { isEqual } from '../../json-patch/is-equal.ts';
import { chapterFaults } from '../../platforms/chapters.ts';
import { done } from '../../port/effects.ts';
import type { Finding } from '../../port/finding.ts';
import type { Operation } from '../../port/operation.ts';
import { reviseOperationOf, type OfRevision } from '../../revision/revise-operation.ts';
import type { MetadataDraft } from '../draft.ts';
import { metadataOutput, type MetadataInput, type MetadataOutput } from '../schema.ts';
import { materialFor } from '../title-facts.ts';
import { titleScore } from '../title-score.ts';
import {
  draftOf,
  metadataDocument,
  platformsIn,
  whole,
  type MetadataDocument,
  type PlatformDocument,
} from './document.ts';
import { metadataWords } from './words.ts';
import { promptVersion } from '../prompts/system.ts';

export type RevisedMetadata = MetadataOutput & OfRevision;

const editableTexts = [
  'title',
  'description',
  'caption',
  'tags/**',
  'hashtags/**',
  'chapters/**',
  'titles/*/text',
] as const;

const requiredTexts = [
  'title',
  'description',
  'caption',
  'titles/*/text',
  'tags/*',
  'hashtags/*',
  'chapters/*/title',
  'localizations/*/title',
  'localizations/*/description',
] as const;

const example = {
  metadata: {
    title: 'How espresso works',
    description: 'Nine bars of pressure push hot water through finely ground coffee.',
    platforms: {
      tiktok: {
        titles: [{ text: 'How espresso works', angle: 'search' }],
        caption: 'Nine bars of pressure push hot water through finely ground coffee.',
      },
    },
  },
  instruction: 'Begin the caption with a question.',
};

/** The operation that revises metadata. */
export function reviseMetadataOperation(of: Operation<MetadataInput, MetadataDraft, MetadataOutput>) {
  return reviseOperationOf<MetadataInput, MetadataDraft, MetadataOutput, MetadataDocument>({
    of,
    output: metadataOutput,
    member: 'metadata',
    members: {},
    example,
    promptVersion,
    editable: [
      '/title',
      '/description',
      '/tags/**',
      ...editableTexts.map((member) => `/platforms/*/${member}`),
      '/platforms/*/localizations/*/title',
      '/platforms/*/localizations/*/description',
    ],
    required: requiredTexts.map((member) => `/platforms/*/${member}`),
    document: metadataDocument,
    originalOf,
    whole,
    draftOf,
    check: chapterFindings,
    deliver: (document, before, input) => done(delivered(document, before, input)),
    words: metadataWords,
  });
}

function originalOf(result: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const read = metadataDocument.safeParse(result);
  if (!read.success) return {};
  const { title, description, language } = read.data;
  const [[, first] = [undefined, undefined]] = platformsIn(read.data);
  return {
    title: title || first?.titles[0]?.text || 'Video',
    ...(description === '' ? {} : { content: description }),
    language,
    platforms: platformsIn(read.data).map(([id]) => id),
    variants: Math.min(10, Math.max(1, first?.titles.length ?? 1)),
  };
}

/** Chapters that were edited keep the rules of those who show them. */
function chapterFindings(document: MetadataDocument, before: MetadataDocument, input: MetadataInput): Finding[] {
  return platformsIn(document).flatMap(([id, { chapters }]) => {
    if (chapters.length === 0 || isEqual(chapters, before.platforms[id]?.chapters)) return [];
    const faults = chapterFaults(chapters, input.duration);
    return [
      {
        name: 'edited_chapters',
        ok: faults.length === 0,
        value: faults.length,
        limit: 0,
        unit: 'faults',
        path: `platforms.${id}.chapters`,
        message: faults.length === 0 ? 'Edited chapters keep the rules.' : `${faults.join('; ')}.`,
        severity: 'must',
      },
    ];
  });
}

function delivered(document: MetadataDocument, before: MetadataDocument, input: MetadataInput): MetadataOutput {
  const platforms = platformsIn(document).map(
    ([id, platform]) => [id, platformOf(platform, before.platforms[id], input)] as const,
  );
  const first = platforms[0]?.[1];
  return {
    title: first?.title ?? first?.titles[0]?.text ?? '',
    description: first?.description ?? first?.caption ?? '',
    tags: first?.tags ?? [],
    language: document.language,
    platforms: Object.fromEntries(platforms),
  };
}

type DeliveredPlatform = NonNullable<MetadataOutput['platforms'][keyof MetadataOutput['platforms']]>;

/** With what is derived: the score of a title that changed, and the object for `videos.insert`. */
function platformOf(
  { snippet, ...platform }: PlatformDocument,
  before: PlatformDocument | undefined,
  input: MetadataInput,
): DeliveredPlatform {
  const stood = new Map(before?.titles.map(({ text, score }) => [text, score]));
  const titles = platform.titles.map(({ text, angle, score }) => ({
    text,
    angle,
    score: stood.has(text) ? score : titleScore(text, input.keywords, materialFor(input).words),
  }));
  const { title = '', description = '', tags } = platform;
  const texts = { ...platform, titles } as DeliveredPlatform;
  if (snippet === undefined) return texts;
  return { ...texts, snippet: { ...(snippet as DeliveredPlatform['snippet'] & object), title, description, tags } };
}
