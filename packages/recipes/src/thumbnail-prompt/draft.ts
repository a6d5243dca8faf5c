import { toCapitals } from '../language/capitals.ts';
import { safeColour } from '../image-models/colours.ts';
import { dialects } from '../image-models/families.ts';
import type { RenderRequest, ThumbnailConcept } from '../image-models/concept.ts';
import { changeable, type Changeable } from './changeable.ts';
import type { ThumbnailInput } from './schema.ts';

/** A concept and the single thing in which it differs from the first, which is the `baseline`. */
export interface DraftConcept extends ThumbnailConcept {
  readonly variable: 'baseline' | Changeable;
}

/** Concepts in full, the baseline first; there is always one. */
export interface ThumbnailDraft {
  readonly concepts: readonly [DraftConcept, ...DraftConcept[]];
}

export interface ConceptChange {
  readonly variable: Changeable;
  readonly value: string;
}

const MOST_COLOURS = 4;

/** The first concept as it was written and what others change, with what the caller has settled set in its place. */
export function draftOf(
  baseline: ThumbnailConcept,
  changes: readonly ConceptChange[],
  input: ThumbnailInput,
): ThumbnailDraft {
  const written = baseline.palette_hex.flatMap((colour) => safeColour(colour) ?? []);
  const first: DraftConcept = {
    ...baseline,
    variable: 'baseline',
    overlay_text: input.overlay_text ?? headlineOf(baseline.overlay_text, input),
    palette_hex: input.brand_colours.length > 0 ? [...new Set(input.brand_colours)] : distinctColours(written),
    avoid: [...new Set([...input.avoid, ...baseline.avoid])],
  };
  return { concepts: [first, ...changes.map((change) => changedFrom(first, change, input))] };
}

function distinctColours(colours: readonly string[]): string[] {
  return [...new Set(colours)].slice(0, MOST_COLOURS);
}

function headlineOf(written: string, { text_policy: policy, language }: ThumbnailInput): string {
  return policy === 'none' ? '' : toCapitals(written, language);
}

/** The first concept with one thing changed. */
export function changedFrom(
  first: ThumbnailConcept,
  { variable, value }: ConceptChange,
  input: ThumbnailInput,
): DraftConcept {
  const text = variable === 'overlay_text' ? headlineOf(value, input) : value;
  return { ...first, variable, [variable]: text };
}

/** A draft in which a member has another value; one of the first concept in all that share it. */
export function withMember(draft: ThumbnailDraft, index: number, member: Changeable, value: string): ThumbnailDraft {
  const before = draft.concepts[0][member];
  return mapConcepts(draft, (concept, at) => {
    const shares = index === 0 && concept.variable !== member && concept[member] === before;
    return at === index || shares ? { ...concept, [member]: value } : concept;
  });
}

export function withConcept(draft: ThumbnailDraft, index: number, other: DraftConcept): ThumbnailDraft {
  return mapConcepts(draft, (concept, at) => (at === index ? other : concept));
}

/** A draft without some concepts; the first one always stays. */
export function withoutConcepts({ concepts }: ThumbnailDraft, indices: readonly number[]): ThumbnailDraft {
  const [first, ...others] = concepts;
  return { concepts: [first, ...others.filter((_, at) => !indices.includes(at + 1))] };
}

function mapConcepts(
  { concepts: [first, ...others] }: ThumbnailDraft,
  change: (concept: DraftConcept, index: number) => DraftConcept,
): ThumbnailDraft {
  return { concepts: [change(first, 0), ...others.map((concept, at) => change(concept, at + 1))] };
}

/** Where a member is found in a draft and in what callers get: `concepts[2].overlay_text`. */
export function pathOf(index: number, member?: keyof DraftConcept): string {
  return member === undefined ? `concepts[${index}]` : `concepts[${index}].${member}`;
}

/** The concept that a path leads to, by its index; 0 where it leads to none. */
export function indexIn(path = ''): number {
  return Number(/^concepts\[(\d+)\]/.exec(path)?.[1] ?? 0);
}

/** Whether any of the image models asked for will draw the words. */
function drawsWords({ image_models: families, text_policy: policy }: ThumbnailInput): boolean {
  return policy === 'auto' && families.some((family) => dialects[family].drawsText);
}

/** What concepts may differ in: words only where they are the model's to choose and some family draws them. */
export function variablesFor(input: ThumbnailInput): readonly Changeable[] {
  const mayVaryWords = drawsWords(input) && input.overlay_text === undefined;
  return changeable.filter((variable) => variable !== 'overlay_text' || mayVaryWords);
}

/** How a concept is to be rendered: what it differs in stays longest, words that differ alone have a room of their own. */
export function renderRequestOf({ concepts }: ThumbnailDraft, index: number, input: ThumbnailInput): RenderRequest {
  const variable = concepts[index]?.variable;
  const shown = variable === undefined || variable === 'baseline' || variable === 'overlay_text' ? [] : [variable];
  const worded = concepts.flatMap((concept, at) => (concept.variable === 'overlay_text' ? [at] : []));
  return {
    aspectRatio: input.aspect_ratio,
    textPolicy: input.text_policy,
    language: input.language,
    essential: input.brand_colours.length > 0 ? [...shown, 'palette_hex'] : shown,
    room: worded.indexOf(index) + 1,
  };
}
