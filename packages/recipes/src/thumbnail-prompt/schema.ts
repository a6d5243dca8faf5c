import { z } from 'zod';
import { fullHex, HEX_COLOUR } from '../image-models/colours.ts';
import { aspectRatios, imageModelFamilies, textPolicies } from '../image-models/concept.ts';
import { languageTag } from '../input/language.ts';
import { scriptMaterial, spokenText } from '../input/script-material.ts';
import { remark, text, textList } from '../input/text.ts';
import { languageOf } from '../language/of-prompt.ts';
import { changeable } from './changeable.ts';

const hexColour = z.string().trim().regex(HEX_COLOUR, 'must be a hex colour such as #FFAA00').transform(fullHex);

/** The request for thumbnails: a script by id or as an object, its text, or just a title. */
export const thumbnailInput = z
  .object({
    script_id: text(100).optional().describe('A script made here: its id or its job.'),
    script: scriptMaterial.optional().describe('A script as data.'),
    script_content: text(200_000).optional(),
    content: text(200_000).optional(),
    title: text(500).optional(),
    style_preferences: remark(1000).optional().describe('How it should look, in free words; a list is joined.'),
    keywords: textList(200).default([]),
    image_models: z
      .array(z.enum(imageModelFamilies))
      .min(1)
      .transform((families) => [...new Set(families)])
      .default([...imageModelFamilies])
      .describe('The families of image models to word the concepts for.'),
    text_policy: z
      .enum(textPolicies)
      .default('auto')
      .describe('auto: drawn where the model can; overlay: room is left; none: no text.'),
    overlay_text: text(60).optional().describe('The exact words on the picture.'),
    brand_colours: z.array(hexColour).max(8).default([]).describe('Hex colours.'),
    aspect_ratio: z.enum(aspectRatios).default('16:9'),
    avoid: textList(200).default([]).describe('What shall not be seen.'),
    variants: z.int().min(1).max(8).default(3),
    language: languageTag
      .optional()
      .describe('Of the words on the picture, a BCP-47 tag or a name; that of the content when absent.'),
  })
  .superRefine((input, context) => {
    if ([input.script, input.script_content, input.content, input.title].some((member) => member !== undefined)) return;
    context.addIssue({
      code: 'custom',
      path: ['script_id'],
      message: 'is required, or script_content, content or title',
      params: { missing: true, allowed: 'script_id, script (object), script_content, content or title (texts)' },
    });
  })
  .superRefine(({ overlay_text: words, text_policy: policy }, context) => {
    if (words === undefined || policy !== 'none') return;
    context.addIssue({
      code: 'custom',
      path: ['overlay_text'],
      message: 'contradicts text_policy: none',
      params: { allowed: 'no overlay_text, or another text_policy' },
    });
  })
  .transform(({ script, script_content: scriptContent, content, title, ...rest }) => {
    const material = scriptContent ?? content ?? (script === undefined ? '' : spokenText(script));
    const heading = title ?? script?.title ?? '';
    return {
      ...rest,
      title: heading,
      material,
      language: rest.language ?? script?.language ?? languageOf([material, heading]),
    };
  });

export type ThumbnailInput = z.output<typeof thumbnailInput>;

const renderedPrompt = z.object({
  model_family: z.enum(imageModelFamilies),
  prompt: z.string(),
  negative_prompt: z.string().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  length: z.object({ value: z.number(), unit: z.string(), limit: z.number() }),
  warnings: z.array(z.string()),
});

const concept = z.object({
  variable: z.enum(['baseline', ...changeable]).describe('The one thing in which it differs from the first concept.'),
  subject: z.string(),
  expression: z.string(),
  action: z.string(),
  setting: z.string(),
  composition: z.string(),
  focal_side: z.enum(['left', 'center', 'right']),
  lighting: z.string(),
  palette_hex: z.array(z.string()),
  style: z.string(),
  overlay_text: z.string(),
  avoid: z.array(z.string()),
  prompts: z.array(renderedPrompt),
});

export const thumbnailOutput = z.object({
  concepts: z.array(concept),
  prompt: z.string().describe('The first concept for the first image model.'),
  style_tags: z.array(z.string()),
});

export type ThumbnailOutput = z.output<typeof thumbnailOutput>;
