import { z } from 'zod';
import { expectedWords } from '../../../expected/expected-words.ts';
import { primarySubtag } from '../../../language/scripts.ts';
import { all, ask, ifUsable, type Work } from '../../../port/effects.ts';
import { strongestPhrase } from '../../../text/phrases/key-phrases.ts';
import { containment } from '../../../text/similarity.ts';
import { fixSpeech } from '../../../text/speakable.ts';
import { trimAtWord } from '../../../text/length/trim.ts';
import { words } from '../../../text/words.ts';
import { shortBrief } from '../brief.ts';
import { shotScene } from './shot-scene.ts';
import { picturedAnew, picturedInWords } from './word-pictures.ts';
import type { DraftScene } from '../../draft.ts';
import type { ScriptInput } from '../../schema.ts';
import { framingOf, freeFraming, isSameShot, unframed } from '../../shots.ts';
import { systemFor } from '../../prompts/system.ts';
import { labelledLines } from '../../../prompts/labelled-lines.ts';
import { material } from '../../../prompts/material.ts';
import { describePhotos } from '../../prompts/small-asks.ts';
import { askText } from '../../../prompts/prompt.ts';

/** Scenes asked about at once: more and small models lose count; no more than there are framings. */
const SCENES_PER_ASK = 6;

const SHOT_CHARACTERS = { least: 8, most: 70 } as const;

/**
 * English scenes are pictured by their own words. For others, small asks, all at once, say in English what is seen; code
 * makes framing, screen text, stock query and image prompt. What is spoken is not thrown away where no such ask is
 * answered: those scenes are pictured by what they speak of.
 */
export function* withPictures(scenes: readonly DraftScene[], input: ScriptInput): Work<DraftScene[]> {
  if (primarySubtag(input.language) === 'en') return picturedInWords(scenes, input);
  const framed = scenes.map((scene, index) => ({ scene, framing: framingOf(index, scenes.length) }));
  const groups = inGroups(framed, SCENES_PER_ASK);
  const seen = yield* all(groups.map((group, index) => ifUsable(askPictures(group, index * SCENES_PER_ASK, input))));
  const pictured: DraftScene[] = [];
  for (const [index, { scene, framing }] of framed.entries()) {
    const shown = seen[Math.floor(index / SCENES_PER_ASK)]?.[framing] ?? '';
    const shot = newShot({ scene, framing }, shown, pictured);
    pictured.push(withShot(scene, shot, index, input));
  }
  return pictured;
}

function inGroups<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}

/** One scene's picture once more, framed and filled as no other scene's is. */
export function* pictureAnew(scenes: readonly DraftScene[], index: number, input: ScriptInput): Work<DraftScene[]> {
  const scene = scenes[index];
  if (scene === undefined) return [...scenes];
  if (primarySubtag(input.language) === 'en') return picturedAnew(scenes, index, input);
  const others = scenes.toSpliced(index, 1);
  const framing = freeFraming(others.map(({ visual }) => visual));
  const seen = yield* ifUsable(askPictures([{ scene, framing }], index, input));
  const shot = newShot({ scene, framing }, seen?.[framing] ?? '', others);
  return scenes.with(index, withShot(scene, shot, index, input));
}

/** What the model saw, unless another scene shows it already. */
function newShot({ scene, framing }: Framed, seen: string, others: readonly DraftScene[]): string {
  const shot = shotOf(framing, seen, scene);
  return others.some(({ visual }) => isSameShot(visual, shot)) ? shotOf(framing, '', scene) : shot;
}

interface Framed {
  readonly scene: DraftScene;
  readonly framing: string;
}

function* askPictures(
  group: readonly Framed[],
  first: number,
  input: ScriptInput,
): Work<Readonly<Record<string, string>>> {
  const spoken = group.map(({ scene }, index) => `${index + 1}. ${scene.narration}`).join('\n');
  return yield* ask({
    part: `scenes[${first}].visual`,
    label: 'Choosing pictures',
    system: systemFor(input, 'staged'),
    prompt: [
      shortBrief(input),
      labelledLines([[`The narration of ${group.length} scenes`, material(spoken)]]),
      askText(describePhotos, undefined),
    ].join('\n\n'),
    reply: { form: 'json', name: 'pictures', schema: picturesSchema(group) },
    maxTokens: 60 + group.length * 45,
    temperature: 0.5,
    expected: () => expectedPictures(group, first),
  });
}

function expectedPictures(group: readonly Framed[], first: number): Readonly<Record<string, string>> {
  const english = expectedWords('en', first);
  return Object.fromEntries(group.map(({ framing }) => [framing, english.phrase(7)]));
}

function picturesSchema(group: readonly Framed[]): z.ZodType<Readonly<Record<string, string>>> {
  const { least, most } = SHOT_CHARACTERS;
  const seen = z.string().min(1).meta({ minLength: least, maxLength: most });
  return z.object(Object.fromEntries(group.map(({ framing }) => [framing, seen])));
}

const FEWEST_WORDS = 2;

/** A framing with what is seen; where the model gave nothing to see, with what the scene speaks of. */
function shotOf(framing: string, written: string, { narration }: DraftScene): string {
  const seen = unframed(fixSpeech(written))
    .trim()
    .replace(/_/g, ' ')
    .replace(/^(?:the camera|the photo|a photo|this photo) (?:shows|of)\s+/i, '')
    .replace(/[\s.,;:]+$/, '')
    .trim();
  const echoes = containment(seen, narration) > 0.9 && words(seen).length > 7;
  if (words(seen).length >= FEWEST_WORDS && !echoes) return upperFirst(`${framing} ${midSentence(seen, narration)}`);
  const thing = trimAtWord(narration, 60, 'characters');
  return `Close-up of ${thing.charAt(0).toLowerCase()}${thing.slice(1)}`;
}

function withShot(scene: DraftScene, shot: string, index: number, input: ScriptInput): DraftScene {
  const caption = upperFirst(strongestPhrase(scene.narration, input.language));
  return shotScene(scene, { shot, caption, index }, input);
}

/** With a small first letter, unless the narration has the word as a name. */
function midSentence(phrase: string, narration: string): string {
  const [first = ''] = phrase.split(' ');
  const isName = new RegExp(`[\\p{Ll},] ${RegExp.escape(first)}`, 'u').test(narration);
  return isName || /^\p{Lu}{2}/u.test(phrase) ? phrase : phrase.charAt(0).toLowerCase() + phrase.slice(1);
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
