import { z } from 'zod';
import { ask, type RecipeContext, type Writing } from '../recipe.ts';
import { wordOverlap } from '../text/similarity.ts';
import { trimAtWord } from '../text/trim.ts';
import { settled, type ConceptChange, type ThumbnailDraft } from './draft.ts';
import { compositions, expressions, looks, PERSON, SPOILERS } from './looks.ts';
import { changeable, type ThumbnailInput } from './schema.ts';
import { briefFor } from './write-single.ts';

const MATERIAL_CHARACTERS = 1500;

const SMALL_DESIGNER =
  'You describe photographs for video thumbnails in short plain English phrases. Answer with what is asked only.';

const writtenIdea = z.object({
  subject: z.string().min(3).max(60),
  action: z.string().min(3).max(60),
  setting: z.string().min(3).max(50),
  headline: z.string().min(2).max(50),
  other_subject: z.string().min(3).max(60),
  other_headline: z.string().min(2).max(50),
});

type WrittenIdea = z.output<typeof writtenIdea>;

/** One small ask for what only the model can know; light, framing, colours and what to avoid come from tables. */
export function* writeStaged(input: ThumbnailInput, context: RecipeContext): Writing<ThumbnailDraft> {
  yield { kind: 'progress', done: 0, total: 1, label: 'Designing thumbnails' };
  const idea = yield* ask({
    part: 'concepts',
    label: 'Designing thumbnails',
    system: SMALL_DESIGNER,
    prompt: `${briefFor(input, MATERIAL_CHARACTERS)}\n\nDescribe the thumbnail photo of this video. subject: one concrete thing or person seen from close by. action: what it is doing at this moment, four to eight words, the first ending in -ing. setting: the place, beginning with in, on or at. headline: two to four words of the video's language that make people curious, a question or a contrast, not the title. other_subject: a different thing from the video. other_headline: two to four different words.`,
    answer: { form: 'json', name: 'thumbnail', schema: writtenIdea },
    maxTokens: 200,
    temperature: 0.6,
  });
  return settled({ baseline: baselineOf(idea, input, context), changes: changesOf(idea, input) }, input);
}

function baselineOf(idea: WrittenIdea, input: ThumbnailInput, { random }: RecipeContext): ThumbnailDraft['baseline'] {
  const look = looks[Math.floor(random() * looks.length)] ?? looks[0];
  return {
    subject: phrase(idea.subject),
    expression: PERSON.test(idea.subject) ? expressions[0] : '',
    action: phrase(idea.action),
    setting: phrase(idea.setting),
    composition: compositions[0],
    focal_side: random() < 0.5 ? 'left' : 'right',
    lighting: look?.lighting ?? '',
    palette_hex: look?.palette_hex ?? [],
    style:
      input.style_preferences === undefined
        ? (look?.style ?? '')
        : trimAtWord(input.style_preferences, 120, 'characters'),
    overlay_text: idea.headline,
    avoid: [...SPOILERS],
  };
}

/** In the order of `changeable`, what the model gave first, then the tables' second entries. */
function changesOf(idea: WrittenIdea, input: ThumbnailInput): ConceptChange[] {
  const values: Readonly<Record<(typeof changeable)[number], string>> = {
    subject: phrase(idea.other_subject),
    overlay_text: idea.other_headline,
    composition: compositions[1],
    expression: expressions[1],
    setting: 'a plain studio background in one colour',
    lighting: looks[2]?.lighting ?? '',
    action: 'seen in the moment just before it happens',
    style: 'bold flat illustration, thick outlines',
  };
  return changeable
    .filter(
      (variable) => variable !== 'overlay_text' || (input.text_policy !== 'none' && input.overlay_text === undefined),
    )
    .filter((variable) => variable !== 'overlay_text' || !isAlike(idea.headline, idea.other_headline))
    .filter((variable) => variable !== 'expression' || PERSON.test(idea.subject))
    .map((variable) => ({ variable, value: values[variable] }))
    .slice(0, input.variants - 1);
}

function isAlike(one: string, other: string): boolean {
  return wordOverlap(one, other) === 1;
}

/** Without marks, and without an end that waits for more: "being pushed through". */
function phrase(text: string): string {
  const plain = text
    .replace(/[\s.,;:]+$/, '')
    .replace(/["“”]/g, '')
    .trim();
  return plain.replace(/\s+(?:through|into|onto|with|from|of|to|by|for|and|the|a|an)$/i, '');
}
