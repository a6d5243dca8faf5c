import { hasNegation, splitNegations } from '../../../image-models/negation/split-negations.ts';
import { described } from '../../../image-models/concept.ts';
import { findTerms } from '../../../text/terms/terms.ts';
import { pathOf, type DraftConcept } from '../../draft.ts';
import type { ThumbnailInput } from '../../schema.ts';
import type { ThumbnailCheck } from '../guarantee.ts';

/** Nothing that shall not be seen is described; "no logos" describes none. */
export const avoidCheck: ThumbnailCheck<'avoid'> = {
  names: ['avoid'],
  measure({ concepts }, input) {
    if (input.avoid.length === 0) return [];
    return concepts.map((concept, index) => {
      const found = avoidedIn(shownTexts(concept, input).join('\n'), input);
      return {
        name: 'avoid',
        ok: found.length === 0,
        value: found.length,
        limit: 0,
        unit: 'words',
        path: pathOf(index),
        message:
          found.length === 0
            ? 'Nothing to avoid is shown.'
            : `Shall not be seen, but is described: ${found.join(', ')}.`,
        severity: 'must',
      };
    });
  },
};

/** What a text shows of what the caller wants to avoid. */
export function avoidedIn(text: string, { avoid, language }: Pick<ThumbnailInput, 'avoid' | 'language'>): string[] {
  const shown = hasNegation(text, language) ? splitNegations(text, language).shown : text;
  return findTerms(shown, avoid, language);
}

function shownTexts(concept: DraftConcept, { language }: ThumbnailInput): string[] {
  const texts = described.map((member) => splitNegations(concept[member], language).shown);
  return [...texts, concept.overlay_text];
}
