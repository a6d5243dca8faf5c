import { safeColour } from '../image-models/colours.ts';
import type { RenderRequest, ThumbnailConcept } from '../image-models/concept.ts';
import { toCapitals } from '../language/capitals.ts';
import { graphemes } from '../text/graphemes.ts';
import { withoutDanglingWords } from '../text/phrase-end.ts';
import { words } from '../text/words.ts';
import type { Changeable, ThumbnailInput } from './schema.ts';

/** The first concept, and for each further one the single thing that it changes. */
export interface ThumbnailDraft {
  readonly baseline: ThumbnailConcept;
  readonly changes: readonly ConceptChange[];
}

export interface ConceptChange {
  readonly variable: Changeable;
  readonly value: string;
  /** With another subject: what that does, where it is not what the first one does. */
  readonly action?: string;
}

/** More than this cannot be read on a phone. */
export const MOST_OVERLAY_WORDS = 4;
/** Languages without spaces: about what four words take. */
const MOST_OVERLAY_CHARACTERS = 24;
const MOST_COLOURS = 4;

/** All concepts in full, the baseline first. */
export function conceptsOf({
  baseline,
  changes,
}: ThumbnailDraft): readonly { variable: 'baseline' | Changeable; concept: ThumbnailConcept }[] {
  return [
    { variable: 'baseline', concept: baseline },
    ...changes.map(({ variable, value, action = baseline.action }) => ({
      variable,
      concept: { ...baseline, action, [variable]: value },
    })),
  ];
}

export function renderRequestOf({ aspect_ratio, text_policy }: ThumbnailInput): RenderRequest {
  return { aspectRatio: aspect_ratio, textPolicy: text_policy };
}

/** Brings a draft to what code can see to: words on the picture, colours, what to avoid. */
export function fitted(draft: ThumbnailDraft, input: ThumbnailInput): ThumbnailDraft {
  const { baseline } = draft;
  const colours =
    input.brand_colours.length > 0
      ? input.brand_colours
      : baseline.palette_hex.flatMap((colour) => safeColour(colour) ?? []);
  return {
    baseline: {
      ...baseline,
      overlay_text:
        input.text_policy === 'none' ? '' : (input.overlay_text ?? overlayText(baseline.overlay_text, input.language)),
      palette_hex: [...new Set(colours)].slice(0, MOST_COLOURS),
      avoid: [...new Set([...input.avoid, ...baseline.avoid])],
    },
    changes: draft.changes.map((change) =>
      change.variable === 'overlay_text' ? { ...change, value: overlayText(change.value, input.language) } : change,
    ),
  };
}

/** At most four words, in capitals as headlines are, without marks that would end the quotation. */
export function overlayText(text: string, language: string): string {
  const plain = text
    .replace(/["“”„«»*_#]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.,;:]+$/, '');
  const all = plain.split(' ');
  const short =
    all.length <= MOST_OVERLAY_WORDS
      ? plain
      : withoutDanglingWords(all.slice(0, MOST_OVERLAY_WORDS).join(' '), language);
  const bounded =
    words(short).length <= MOST_OVERLAY_WORDS ? short : graphemes(short).slice(0, MOST_OVERLAY_CHARACTERS).join('');
  return toCapitals(bounded, language);
}
