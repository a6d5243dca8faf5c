import {
  exportFormatIds,
  LEAST_SSML_BYTES,
  orientations,
  separators,
  SSML_BYTES,
  type ExportMetadata,
  type ExportScript,
} from '@showrunner/exports';
import { z } from 'zod';
import { checkFigures } from './meta.ts';
import { queryNumber } from './query-number.ts';

/** More than a script of an hour has in one scene. */
const text = z.string().max(50_000);
/** 10,000 hours. */
const seconds = z.number().min(0).max(36_000_000);

const picture = z.object({ query_en: text.optional(), description: text.optional() });

const scene = z.object({
  id: z.string().max(100).optional(),
  role: z.string().max(100).optional(),
  speaker: z.string().max(200).optional().describe('Who says it, for a screenplay; a narrator when absent.'),
  narration: text.optional(),
  on_screen_text: text.optional(),
  visual: text.optional(),
  broll: z.array(picture).max(100).optional(),
  start_seconds: seconds.optional().describe('Not before the end of the scene before; there when absent.'),
  end_seconds: seconds.optional().describe('As long as the narration takes to speak when absent.'),
  estimated_seconds: seconds.optional(),
});

const script = z.object({
  title: z.string().max(1000).optional(),
  logline: text.optional(),
  language: z.string().max(35).optional().describe('BCP-47.'),
  cta: text.optional(),
  scenes: z.array(scene).min(1).max(500),
  claims: z
    .array(z.object({ text, needs_check: z.boolean().optional() }))
    .max(1000)
    .optional(),
}) satisfies z.ZodType<ExportScript>;

const localization = z.object({ title: text, description: text });

const metadata = z.object({
  title: text.optional(),
  description: text.optional(),
  tags: z.array(text).max(1000).optional(),
  platforms: z
    .record(
      z.string(),
      z.object({
        snippet: z
          .looseObject({
            title: text,
            description: text,
            tags: z.array(text).max(1000),
            categoryId: z.string(),
            defaultLanguage: z.string().optional(),
            defaultAudioLanguage: z.string().optional(),
          })
          .optional(),
        localizations: z.record(z.string(), localization).optional(),
      }),
    )
    .optional(),
}) satisfies z.ZodType<ExportMetadata>;

/** What a file is made of: results as the recipes give them, or written by hand. */
export const exportInput = z.object({
  script: script.describe('A script as data; only `scenes` is needed.'),
  metadata: metadata.optional().describe('Its metadata, for Markdown and YouTube.'),
});

const flag = z.union([z.boolean(), z.enum(['true', 'false'])]).transform((value) => value === true || value === 'true');

/** What can be said about a file; each format reads those that concern it. */
export const exportQuery = z.object({
  bom: flag.optional().describe('csv: whether it begins with a byte order mark; it does unless this is false.'),
  separator: z
    .enum(separators)
    .optional()
    .describe('csv: what stands between cells; with semicolons numbers have a comma.'),
  max_bytes: queryNumber(LEAST_SSML_BYTES, 10_000_000)
    .optional()
    .describe('ssml: the most bytes of a document; a longer text is cut between sentences into several.'),
  part: queryNumber(1, 100_000)
    .optional()
    .describe(`ssml: which of several documents; of at most ${SSML_BYTES} bytes where max_bytes does not say.`),
  orientation: z
    .enum(orientations)
    .optional()
    .describe('Video makers: how the picture lies; theirs to choose when absent.'),
});

/** The same for a stored script, whose metadata may be stored too. */
export const jobExportQuery = exportQuery.extend({
  metadata: z.string().min(1).max(80).optional().describe('The job whose metadata belongs to the script.'),
});

/** A file as data. */
export const exportedFile = z.object({
  format: z.enum(exportFormatIds),
  media_type: z.string(),
  filename: z.string(),
  text: z.string().describe('Its content, without a byte order mark.'),
  byte_order_mark: z.boolean().describe('Whether the file itself begins with one.'),
  parts: z
    .array(z.string())
    .readonly()
    .nullable()
    .describe('All documents, where a bound was given; `text` is the one that was asked for, else the first.'),
});

export const exportMeta = z.object({
  checks: z.array(checkFigures).describe('What is to be known of the file; empty where all is well.'),
  ignored: z.array(z.string()).readonly().describe('Members of the body that nobody knows, at most fifty.'),
});

export type ExportedFileView = z.output<typeof exportedFile>;
