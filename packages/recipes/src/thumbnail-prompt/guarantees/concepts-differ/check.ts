import { described } from '../../../image-models/concept.ts';
import { renderPrompt } from '../../../image-models/render.ts';
import { wordOverlap } from '../../../text/similarity.ts';
import { headlineLikeness } from '../../headline.ts';
import { pathOf, renderRequestOf, variablesFor, type DraftConcept, type ThumbnailDraft } from '../../draft.ts';
import type { ThumbnailInput } from '../../schema.ts';
import type { ThumbnailCheck } from '../guarantee.ts';

/** A change that shares more of its words with the first concept changes nothing. */
const SAME_VALUE = 0.7;

/** Each concept really changes what it names, so that no image model is asked the same twice, and nothing else. */
export const conceptsDifferCheck: ThumbnailCheck<'variants_differ' | 'variants_change_one'> = {
  names: ['variants_differ', 'variants_change_one'],
  measure: (draft, input) =>
    draft.concepts.flatMap((concept, index) => {
      if (concept.variable === 'baseline') return [];
      const { variable } = concept;
      const overlap = isAskedTwice(draft, index, input) ? 1 : likeness(draft, index, input);
      const others = otherChanges(concept, draft.concepts[0]);
      return [
        {
          name: 'variants_differ',
          ok: overlap <= SAME_VALUE && variablesFor(input).includes(variable),
          value: Math.round(overlap * 100) / 100,
          limit: SAME_VALUE,
          unit: 'word_overlap',
          path: pathOf(index, variable),
          message: `Concept ${index + 1} has to differ in its ${variable.replace('_', ' ')}; now it is "${concept[variable]}".`,
          severity: 'report',
        },
        {
          name: 'variants_change_one',
          ok: others.length === 0,
          value: others.length + 1,
          limit: 1,
          unit: 'members',
          path: pathOf(index),
          message:
            others.length === 0
              ? `Concept ${index + 1} differs in its ${variable} alone.`
              : `Concept ${index + 1} names ${variable} as what it changes, and changes ${others.join(', ')} too.`,
          severity: 'report',
        },
      ];
    }),
};

/** The share of words that its change has in common with the first concept, or with an earlier change of the same. */
function likeness({ concepts }: ThumbnailDraft, index: number, { language }: ThumbnailInput): number {
  const concept = concepts[index];
  if (concept === undefined || concept.variable === 'baseline') return 0;
  const { variable } = concept;
  const value = concept[variable];
  const before = concepts.slice(0, index).filter((other, at) => at === 0 || other.variable === variable);
  const alike = (other: string) =>
    variable === 'overlay_text' ? headlineLikeness(other, value, language) : wordOverlap(other, value);
  return Math.max(
    ...before.map((other) => (other[variable].toLowerCase() === value.toLowerCase() ? 1 : alike(other[variable]))),
  );
}

/** Whether some family would be sent what it was sent for an earlier concept. */
function isAskedTwice(draft: ThumbnailDraft, index: number, input: ThumbnailInput): boolean {
  return input.image_models.some((family) => {
    const promptOf = (concept: DraftConcept, at: number) =>
      renderPrompt(family, concept, renderRequestOf(draft, at, input)).prompt;
    const [own, ...earlier] = draft.concepts
      .slice(0, index + 1)
      .map(promptOf)
      .toReversed();
    return own !== undefined && earlier.includes(own);
  });
}

function otherChanges(concept: DraftConcept, first: DraftConcept): string[] {
  const members = [...described, 'overlay_text', 'focal_side'] as const;
  return members.filter((member) => member !== concept.variable && concept[member] !== first[member]);
}
