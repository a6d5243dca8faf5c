import { z } from 'zod';
import { expectedWords } from '../../expected/expected-words.ts';
import { ask, type Work } from '../../port/effects.ts';
import { wantedText, wordOf } from '../../reply/json/shape.ts';
import { languageName } from '../../language/match.ts';
import { changeable } from '../changeable.ts';
import { draftOf, variablesFor, type ThumbnailDraft } from '../draft.ts';
import type { ThumbnailInput } from '../schema.ts';
import { systemFor } from '../prompts/system.ts';
import { labelledLines } from '../../prompts/labelled-lines.ts';
import { material } from '../../prompts/material.ts';
import { baselineAndChanges, onlyBaseline } from '../prompts/asks.ts';
import { askText } from '../../prompts/prompt.ts';

const MATERIAL_CHARACTERS = 12_000;

const writtenConcepts = z.object({
  baseline: z.object({
    subject: z.string().min(1),
    expression: z.string(),
    action: z.string(),
    setting: wantedText(),
    composition: wantedText(),
    focal_side: wordOf(['left', 'center', 'right'], 'center'),
    lighting: wantedText(),
    palette_hex: z.array(z.string()),
    style: wantedText(),
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
    system: systemFor({ strategy: 'single' }),
    prompt: `${briefFor(input, MATERIAL_CHARACTERS)}\n\n${wantedOf(input)}`,
    reply: { form: 'json', name: 'thumbnail_concepts', schema: writtenConcepts },
    maxTokens: 900 + input.variants * 100,
    temperature: 0.8,
    expected: () => expectedConcepts(input),
  });
  return draftOf(written.baseline, written.changes.slice(0, input.variants - 1), input);
}

function expectedConcepts(input: ThumbnailInput): z.output<typeof writtenConcepts> {
  const english = expectedWords('en');
  const variables = variablesFor(input);
  return {
    baseline: {
      subject: english.phrase(7),
      expression: english.phrase(3),
      action: english.phrase(6),
      setting: english.phrase(7),
      composition: english.phrase(12),
      focal_side: 'left',
      lighting: english.phrase(7),
      palette_hex: ['#1B1310', '#C98A3B', '#F4E9D8', '#2E5E8C'],
      style: english.phrase(5),
      overlay_text: expectedWords(input.language).phrase(3),
      avoid: [english.phrase(1), english.phrase(1), english.phrase(2)],
    },
    changes: Array.from({ length: input.variants - 1 }, (_, at) => ({
      variable: variables[at % variables.length] ?? 'setting',
      value: english.phrase(8),
    })),
  };
}

/** Words may only vary where some model draws them: for the others their concepts would be one picture. */
function wantedOf(input: ThumbnailInput): string {
  if (input.variants === 1) return askText(onlyBaseline, undefined);
  const wordsMayVary = variablesFor(input).includes('overlay_text');
  return askText(baselineAndChanges, { changes: input.variants - 1, wordsMayVary });
}

/** The request in labelled lines. */
export function briefFor(input: ThumbnailInput, materialCharacters: number): string {
  return labelledLines([
    ['Video title', input.title],
    ['Language', languageName(input.language)],
    ['What the video says', material(input.material, materialCharacters)],
    ['Wished look', input.style_preferences ?? ''],
    ['Keywords', input.keywords.join(', ')],
    ['Words on the picture', input.overlay_text ?? ''],
    ['Brand colours', input.brand_colours.join(', ')],
    ['Not to be seen', input.avoid.join(', ')],
    ['Format', input.aspect_ratio],
  ]);
}
