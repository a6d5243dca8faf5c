import { dialectFaults } from '../../../image-models/check.ts';
import { imageModelFamilies, type ImageModelFamily } from '../../../image-models/concept.ts';
import { renderPrompt } from '../../../image-models/render.ts';
import { renderRequestOf } from '../../draft.ts';
import type { ThumbnailCheck } from '../guarantee.ts';

/** Prompts keep the rules of each family: length, flags, headline, negatives. One finding for each over all concepts. */
export const dialectsCheck: ThumbnailCheck<`dialect_${ImageModelFamily}`> = {
  names: imageModelFamilies.map((family) => `dialect_${family}` as const),
  measure: (draft, input) =>
    input.image_models.map((family) => {
      const faults = draft.concepts.flatMap((concept, index) => {
        const request = renderRequestOf(draft, index, input);
        return dialectFaults(renderPrompt(family, concept, request), concept, request);
      });
      return {
        name: `dialect_${family}`,
        ok: faults.length === 0,
        value: faults.length,
        limit: 0,
        unit: 'faults',
        message:
          faults.length === 0 ? `Prompts keep the rules of ${family}.` : `A prompt for ${family} ${faults.join('; ')}.`,
        severity: 'report',
      };
    }),
};
