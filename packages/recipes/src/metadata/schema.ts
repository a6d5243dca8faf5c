import { z } from 'zod';
import { readDuration } from '../input/read-duration.ts';
import { languageTag } from '../input/language.ts';
import { scriptMaterial, spokenText, type ScriptMaterial } from '../input/script-material.ts';
import { remark, text, textList } from '../input/text.ts';
import { languageCalled } from '../language/names.ts';
import { languageOf } from '../language/of-prompt.ts';
import type { Chapter } from '../platforms/chapters.ts';
import { contradictionsIn } from './contradictions.ts';
import { withoutDanglingWords } from '../text/phrases/phrase-end.ts';
import { platformIds } from '../platforms/platforms.ts';

const chapterStart = z.union([z.number().min(0), z.string().max(20)]).transform((value, context) => {
  if (typeof value === 'number') return value;
  const read = readDuration(value);
  if (read.kind === 'seconds') return read.seconds;
  context.addIssue({
    code: 'custom',
    message: read.problem,
    params: { allowed: 'seconds, or text such as "1:05"' },
  });
  return z.NEVER;
});

const chapterList = z.array(z.object({ start: chapterStart, title: text(200) })).max(100);

const platformList = z
  .union([z.array(z.enum(platformIds)).min(1), z.enum(platformIds)])
  .transform((value) => [...new Set(typeof value === 'string' ? [value] : value)]);

/** The request for metadata: a script by id or as an object, a text, or a title. */
export const metadataInput = z
  .object({
    script_id: text(100).optional().describe('A script made here: its id or its job.'),
    script: scriptMaterial.optional().describe('A script as data.'),
    content: text(200_000).optional().describe('What the video says.'),
    title: text(500).optional().describe('The working title.'),
    platforms: platformList.default(['youtube']),
    keywords: textList(200).default([]).describe('The first one is the phrase to be found by.'),
    language: languageTag.optional().describe('A BCP-47 tag or a name; that of the content when absent.'),
    locales: z.array(languageTag).max(20).default([]).describe('Languages to translate title and description into.'),
    previous_titles: z.array(text(500)).max(500).default([]).describe('Titles that new ones must differ from.'),
    links: z
      .array(z.url({ protocol: /^https?$/ }).max(2000))
      .max(20)
      .default([]),
    chapters: z
      .union([z.boolean(), chapterList])
      .default(false)
      .describe('true makes them from the scenes of a script; a list of {start, title} ascends and is checked.'),
    audience: text(500).optional(),
    tone: remark(500).optional(),
    cta: text(500).optional(),
    avoid: textList(200, 200).default([]).describe('May stand nowhere, whatever the case.'),
    variants: z.int().min(1).max(10).default(3).describe('How many titles.'),
  })
  .superRefine((input, context) => {
    if ([input.script, input.content, input.title].some((member) => member !== undefined)) return;
    context.addIssue({
      code: 'custom',
      path: ['content'],
      message: 'is required, or script_id, or title',
      params: { missing: true, allowed: 'content (text), script_id, script (object) or title (text)' },
    });
  })
  .transform(({ script, content, title, chapters, ...rest }, context) => {
    const material = content ?? (script === undefined ? '' : spokenText(script));
    const heading = title ?? script?.title ?? '';
    const language = rest.language ?? languageCalled(script?.language ?? '') ?? languageOf([material, heading]);
    const complete = {
      ...rest,
      title: heading,
      material,
      language,
      duration: script?.duration?.estimated ?? script?.scenes?.at(-1)?.end_seconds,
      chapters: wantedChapters(chapters, script, language),
    };
    for (const { path, message, allowed } of contradictionsIn(complete, chapters))
      context.addIssue({ code: 'custom', path: [...path], message, params: { allowed } });
    return complete;
  });

export type MetadataInput = z.output<typeof metadataInput>;

/** Null where none are wanted; the starts of the script's scenes where chapters shall be made. */
function wantedChapters(
  chapters: boolean | z.output<typeof chapterList>,
  script: ScriptMaterial | undefined,
  language: string,
): readonly Chapter[] | null {
  if (chapters === false) return null;
  if (chapters !== true) return chapters.map(({ start, title }) => ({ start_seconds: start, title }));
  return (script?.scenes ?? []).flatMap(({ start_seconds: start, narration, on_screen_text: caption }) =>
    start === undefined ? [] : [{ start_seconds: start, title: caption || firstWords(narration ?? '', language) }],
  );
}

const CHAPTER_TITLE_WORDS = 6;

function firstWords(narration: string, language: string): string {
  const [start = ''] = narration.split(/[,.;:!?。，]/u, 1);
  const all = start.split(' ');
  return all.length <= CHAPTER_TITLE_WORDS
    ? start
    : withoutDanglingWords(all.slice(0, CHAPTER_TITLE_WORDS).join(' '), language);
}

const titled = z.object({
  text: z.string(),
  angle: z.string(),
  score: z.number().describe('0 to 100, by a stated formula.'),
});

const localization = z.object({ title: z.string(), description: z.string() });

const platformMetadata = z.object({
  titles: z.array(titled),
  title: z.string().optional().describe('Where the platform has a title.'),
  description: z.string().optional(),
  caption: z.string().optional().describe('Where the platform has one text.'),
  tags: z.array(z.string()),
  hashtags: z.array(z.string()),
  category_id: z.string().nullable(),
  chapters: z.array(z.object({ start_seconds: z.number(), title: z.string() })),
  localizations: z.record(z.string(), localization),
  snippet: z
    .object({
      title: z.string(),
      description: z.string(),
      tags: z.array(z.string()),
      categoryId: z.string(),
      defaultLanguage: z.string(),
      defaultAudioLanguage: z.string(),
    })
    .optional()
    .describe('With `localizations`, what YouTube’s videos.insert takes as it is.'),
});

export type PlatformMetadata = z.output<typeof platformMetadata>;

export const metadataOutput = z.object({
  title: z.string(),
  description: z.string(),
  tags: z.array(z.string()),
  language: z.string(),
  platforms: z.partialRecord(z.enum(platformIds), platformMetadata),
});

export type MetadataOutput = z.output<typeof metadataOutput>;
