import { z } from 'zod';
import { ask, type Work } from '../../port/effects.ts';
import { languageName } from '../../language/match.ts';
import { changeable, draftOf, variablesFor, type ThumbnailDraft } from '../draft.ts';
import type { ThumbnailInput } from '../schema.ts';

const MATERIAL_CHARACTERS = 12_000;

export const DESIGNER = `You design thumbnails that people click because they are curious, and do not regret it. A thumbnail is one picture understood in half a second on a phone: one subject, one feeling, one question that the title does not answer.

- Show a moment from the video, not a symbol for its topic. Concrete nouns, one clear action, strong contrast of light or colour between subject and background.
- expression: what a face shows, or an empty text when there is no face.
- overlay_text: a whole phrase of two to four words in the language of the video, without emoji or quotation marks, that adds something to the title and never repeats it.
- composition: framing, distance, where the eye goes. Leave the lower right corner plain.
- palette_hex: three or four colours with contrast.
- style: medium and finish, for example "editorial photograph, high contrast".
- avoid: two to four things that would spoil this very picture, single words.
- All but overlay_text in English, short phrases, no full stops.
The concepts are for a test: each further one changes exactly one thing of the first, and changes it so far that viewers would notice. The rest of the picture stays, so a changed subject does the same action in the same setting.`;

const writtenConcepts = z.object({
  baseline: z.object({
    subject: z.string().min(1),
    expression: z.string(),
    action: z.string(),
    setting: z.string().min(1),
    composition: z.string().min(1),
    focal_side: z.enum(['left', 'center', 'right']),
    lighting: z.string().min(1),
    palette_hex: z.array(z.string()),
    style: z.string().min(1),
    overlay_text: z.string(),
    avoid: z.array(z.string()),
  }),
  changes: z.array(z.object({ variable: z.enum(changeable), value: z.string().min(1) })),
});

/** One structured ask: the first concept in full, the others as what they change. */
export function* writeSingle(input: ThumbnailInput): Work<ThumbnailDraft> {
  const written = yield* ask({
    part: 'concepts',
    label: 'Designing thumbnails',
    system: DESIGNER,
    prompt: `${briefFor(input, MATERIAL_CHARACTERS)}\n\n${wantedOf(input)}`,
    reply: { form: 'json', name: 'thumbnail_concepts', schema: writtenConcepts },
    maxTokens: 900 + input.variants * 100,
    temperature: 0.8,
  });
  return draftOf(written.baseline, written.changes.slice(0, input.variants - 1), input);
}

/** Words may only vary where some model draws them: for the others their concepts would be one picture. */
function wantedOf(input: ThumbnailInput): string {
  if (input.variants === 1) return 'Write the baseline, and no changes.';
  const others = variablesFor(input).includes('overlay_text') ? '' : ', none of them overlay_text';
  return `Write the baseline and ${input.variants - 1} changes, each of another variable${others}.`;
}

/** The request in labelled lines. */
export function briefFor(input: ThumbnailInput, materialCharacters: number): string {
  const lines: readonly (readonly [label: string, value: string])[] = [
    ['Video title', input.title],
    ['Language', languageName(input.language)],
    ['What the video says', input.material.slice(0, materialCharacters)],
    ['Wished look', input.style_preferences ?? ''],
    ['Keywords', input.keywords.join(', ')],
    ['Words on the picture', input.overlay_text ?? ''],
    ['Brand colours', input.brand_colours.join(', ')],
    ['Not to be seen', input.avoid.join(', ')],
    ['Format', input.aspect_ratio],
  ];
  return lines.flatMap(([label, value]) => (value === '' ? [] : [`${label}: ${value}`])).join('\n');
}
