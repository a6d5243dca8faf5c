import { z } from 'zod';
import { duration } from '../input/duration.ts';
import { languageTag } from '../input/language.ts';
import { remark, text, textList } from '../input/text.ts';
import { languageOf } from '../language/of-prompt.ts';
import { platformIds } from '../platforms/platforms.ts';
import { contradictionsIn } from './contradictions.ts';

export const formatIds = [
  'educational',
  'listicle',
  'story',
  'review',
  'news',
  'documentary',
  'vlog',
  'tutorial',
  'ad',
] as const;
export type FormatId = (typeof formatIds)[number];

export const sceneRoles = ['hook', 'setup', 'point', 'proof', 'turn', 'recap', 'cta'] as const;
export type SceneRole = (typeof sceneRoles)[number];

export const paces = ['slow', 'normal', 'fast'] as const;

const source = z
  .union([
    text(20_000),
    z
      .object({
        id: text(100).optional(),
        title: text(500).optional(),
        url: text(2000).optional(),
        text: text(20_000).optional(),
      })
      .refine(({ title, url, text: words }) => title !== undefined || url !== undefined || words !== undefined, {
        error: 'says nothing',
        params: { allowed: 'an object with a title, a url or a text' },
      }),
  ])
  .transform((value) => (typeof value === 'string' ? (URL.canParse(value) ? { url: value } : { text: value }) : value));

/** Sources without an id are numbered by their place, in numbers that no other source has taken as its id. */
const sources = z
  .array(source)
  .max(50)
  .transform((items) => {
    const given = new Set(items.map(({ id }) => id));
    return items.map((item, index) => ({ ...item, id: item.id ?? freeId(`source-${index + 1}`, given) }));
  });

function freeId(id: string, given: ReadonlySet<string | undefined>): string {
  return given.has(id) ? freeId(`${id}-unnamed`, given) : id;
}

/** How fast a voice speaks, as it was measured. */
export const calibration = z.object({
  units: z.number().positive().max(1e6),
  seconds: z.number().positive().max(1e5),
});

export const brandVoice = z.object({
  name: text(200).optional(),
  description: text(2000).optional(),
  rules: textList(500).default([]),
  banned_words: textList(200, 200).default([]),
  samples: z.array(text(4000)).max(10).default([]),
});

/** The request for a script. `style` and `context` are the first version's; everything has a default but the subject. */
export const scriptInput = z
  .object({
    prompt: text(8000).optional().describe('What the video is about.'),
    source_text: text(200_000).optional().describe('A text to make the script from: article, transcript, notes.'),
    outline: z.array(text(1000)).min(1).max(60).optional().describe('The points to cover, in order.'),
    style: remark(1000).optional().describe('How it should feel, in free words; a list is joined.'),
    context: remark(8000).optional().describe('Anything the writer should know.'),
    duration: duration.default(60).describe('Seconds of finished speech: a number, "60 seconds" or "1:30".'),
    audience: text(500).optional(),
    goal: text(500).optional(),
    platform: z.enum(platformIds).default('youtube'),
    format: z.enum(formatIds).default('educational'),
    language: languageTag.optional().describe('A BCP-47 tag or a name; that of the prompt when absent.'),
    pace: z
      .union([z.enum(paces), z.number().min(60).max(400)])
      .default('normal')
      .describe('slow, normal, fast, or words a minute.'),
    calibration: calibration
      .optional()
      .describe(
        'Measured speech of the voice in use: this many words (characters in Chinese, Japanese, Korean) took so many seconds.',
      ),
    tone: remark(500).optional(),
    hook_style: text(500).optional(),
    cta: text(500).optional().describe('What viewers shall do at the end.'),
    must_include: textList(500).default([]).describe('Has to stand in the narration letter by letter.'),
    avoid: textList(200, 200).default([]).describe('May stand nowhere, whatever the case.'),
    keywords: textList(200).default([]),
    sources: sources.default([]),
    // The API puts a stored voice in the place of its id.
    brand_voice: brandVoice
      .meta({ type: ['string', 'object'] })
      .optional()
      .describe('The id of a stored one, or a voice itself.'),
    scenes: z.int().min(1).max(60).optional().describe('How many scenes; chosen by duration when absent.'),
  })
  .superRefine((input, context) => {
    if (input.prompt !== undefined || input.source_text !== undefined || input.outline !== undefined) return;
    context.addIssue({
      code: 'custom',
      path: ['prompt'],
      message: 'is required, or source_text, or outline',
      params: { missing: true, allowed: 'prompt (text), source_text (text) or outline (list of texts)' },
    });
  })
  .transform((input, context) => {
    const written = [input.prompt ?? input.source_text ?? input.outline?.join('\n')];
    const complete = { ...input, language: input.language ?? languageOf(written) };
    for (const { path, message, allowed } of contradictionsIn(complete))
      context.addIssue({ code: 'custom', path: [...path], message, params: { allowed } });
    return complete;
  });

export type ScriptInput = z.output<typeof scriptInput>;

export const broll = z.object({
  query_en: z.string().describe('A stock-footage query in English, whatever the language of the narration.'),
  description: z.string(),
  image_prompt: z.string(),
});

export const scene = z.object({
  id: z.string(),
  role: z.enum(sceneRoles),
  narration: z.string().describe('Exactly what is spoken.'),
  on_screen_text: z.string(),
  visual: z.string(),
  broll: z.array(broll),
  delivery: z.object({ pace: z.enum(paces), emphasis: z.array(z.string()) }),
  start_seconds: z.number(),
  end_seconds: z.number(),
  estimated_seconds: z.number(),
});

export const claim = z.object({
  text: z.string(),
  source_id: z.string().nullable().describe('One of the sources that were supplied, or null.'),
  needs_check: z.boolean().describe('No source was named that has its numbers and names; somebody has to look.'),
  checked: z.boolean().describe('Whether somebody has looked: set by a patch.'),
});

export const scriptOutput = z.object({
  id: z.string(),
  title: z.string(),
  hook: z.string(),
  logline: z.string(),
  language: z.string(),
  scenes: z.array(scene),
  narration: z.string().describe('All narration, scenes apart by a blank line.'),
  cta: z.string(),
  claims: z.array(claim),
  duration: z.object({
    target: z.number(),
    estimated: z.number(),
    method: z.string().describe('What was counted and how it was turned into seconds.'),
    rate: z.object({ value: z.number(), unit: z.string() }),
    tolerance: z.number().describe('A fraction of the target.'),
    within_tolerance: z.boolean(),
  }),
  word_count: z.int(),
  script: z.string().describe('The whole as readable text.'),
});

export type ScriptOutput = z.output<typeof scriptOutput>;
