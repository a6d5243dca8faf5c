import { z } from 'zod';
import { safeColour } from '../../image-models/colours.ts';
import { videoBrief } from '../../input/video-brief.ts';
import { toCapitals } from '../../language/capitals.ts';
import { done } from '../../port/effects.ts';
import type { Operation } from '../../port/operation.ts';
import type { EditableText } from '../../revision/revisable.ts';
import { reviseOperationOf, type OfRevision } from '../../revision/revise-operation.ts';
import { itemsIn, withTextAt } from '../../revision/with-text.ts';
import { deliverThumbnail } from '../deliver.ts';
import { changeable } from '../changeable.ts';
import type { ThumbnailDraft } from '../draft.ts';
import { thumbnailOutput, type ThumbnailInput, type ThumbnailOutput } from '../schema.ts';
import { briefFor } from '../write/write-single.ts';
import { promptVersion, systemFor } from '../prompts/system.ts';

export type RevisedThumbnail = ThumbnailOutput & OfRevision;

const phrase = z.string().max(1000).default('');

const concept = z.object({
  variable: z.enum(['baseline', ...changeable]).default('baseline'),
  subject: z.string().min(1).max(1000),
  expression: phrase,
  action: phrase,
  setting: phrase,
  composition: phrase,
  focal_side: z.enum(['left', 'center', 'right']).default('center'),
  lighting: phrase,
  palette_hex: z
    .array(z.string().refine((colour) => safeColour(colour) !== undefined, 'is no hex colour'))
    .max(20)
    .default([]),
  style: phrase,
  overlay_text: phrase,
  avoid: z.array(z.string().max(200)).max(100).default([]),
});

/** What of thumbnails can be edited: what each picture shows, each by itself. Prompts follow. */
const thumbnailDocument = z.object({ concepts: z.array(concept).min(1).max(20) });
type ThumbnailDocument = z.output<typeof thumbnailDocument>;

const texts = [
  'subject',
  'expression',
  'action',
  'setting',
  'composition',
  'lighting',
  'style',
  'overlay_text',
] as const;
const lists = ['palette_hex', 'avoid'] as const;

const MATERIAL_CHARACTERS = 1500;

const example = {
  thumbnail: {
    concepts: [
      {
        subject: 'glass espresso cup with golden crema',
        setting: 'steel machine in a small cafe',
        composition: 'close view',
        lighting: 'hard side light',
        style: 'editorial photograph',
        overlay_text: 'EIGHT SECONDS',
        prompts: [{ model_family: 'openai' }],
      },
    ],
  },
  instruction: 'Make it evening.',
};

/** The operation that revises thumbnail concepts. */
export function reviseThumbnailOperation(of: Operation<ThumbnailInput, ThumbnailDraft, ThumbnailOutput>) {
  return reviseOperationOf<ThumbnailInput, ThumbnailDraft, ThumbnailOutput, ThumbnailDocument>({
    of,
    output: thumbnailOutput,
    member: 'thumbnail',
    members: {},
    example,
    promptVersion,
    editable: [
      ...texts.map((member) => `/concepts/*/${member}`),
      ...lists.map((member) => `/concepts/*/${member}/**`),
      '/concepts/*/focal_side',
    ],
    required: ['/concepts/*/subject', '/concepts/*/avoid/*'],
    document: thumbnailDocument,
    originalOf,
    whole: (edited) => edited,
    draftOf,
    deliver: (document, _before, input) => done(deliverThumbnail(draftOf(document), input)),
    words: {
      system: (_, circumstances) => systemFor(circumstances),
      brief: (input, { strategy }) =>
        strategy === 'staged' ? videoBrief(input) : briefFor(input, MATERIAL_CHARACTERS),
      texts: ({ concepts }) => concepts.flatMap(textsOf),
      withText: (document, pointer, text, { language }) => withTextAt(document, pointer, fit(pointer, text, language)),
    },
  });
}

function draftOf({ concepts: [first, ...others] }: ThumbnailDocument): ThumbnailDraft {
  if (first === undefined) throw new RangeError('There is no concept.');
  return { concepts: [first, ...others] };
}

function textsOf(one: ThumbnailDocument['concepts'][number], at: number): EditableText[] {
  return [
    ...texts.map((member) => ({ pointer: `/concepts/${at}/${member}`, text: one[member] })),
    ...lists.map((member) => ({ pointer: `/concepts/${at}/${member}`, text: one[member].join(', ') })),
  ];
}

/** A model's words as they can stand there. */
function fit(pointer: string, text: string, language: string): string {
  if (pointer.endsWith('/overlay_text')) return toCapitals(text, language);
  if (!pointer.endsWith('/palette_hex')) return text;
  return itemsIn(text)
    .flatMap((colour) => safeColour(colour) ?? [])
    .join(', ');
}

/** What the concepts say of the request that they came from. */
function originalOf(result: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const read = thumbnailDocument.safeParse(result);
  if (!read.success) return {};
  const { concepts } = read.data;
  const families = z
    .object({ concepts: z.array(z.object({ prompts: z.array(z.object({ model_family: z.string() })) })) })
    .safeParse(result).data?.concepts[0]?.prompts;
  return {
    title: concepts[0]?.subject,
    variants: Math.min(8, concepts.length),
    ...(families === undefined || families.length === 0
      ? {}
      : { image_models: families.map(({ model_family: family }) => family) }),
  };
}
