import { z } from 'zod';
import { expectedWords } from '../../expected/expected-words.ts';
import { primarySubtag } from '../../language/scripts.ts';
import { all, ask, oneOf, type Work } from '../../port/effects.ts';
import { strongestPhrase } from '../../text/key-phrases.ts';
import { containment } from '../../text/similarity.ts';
import { fixSpeech } from '../../text/speakable.ts';
import { trimAtWord } from '../../text/trim.ts';
import { words } from '../../text/words.ts';
import { shortBrief } from './brief.ts';
import type { DraftScene } from '../draft.ts';
import type { ScriptInput } from '../schema.ts';
import { framingOf, freeFraming, isSameShot, unframed } from '../shots.ts';
import { searchWordsOf } from '../search-words.ts';
import { systemFor } from '../prompts/system.ts';
import { labelledLines } from '../../prompts/labelled-lines.ts';
import { material } from '../../prompts/material.ts';
import { describePhotos } from '../prompts/small-asks.ts';
import { askText } from '../../prompts/prompt.ts';

/** Scenes asked about at once: more and small models lose count; no more than there are framings. */
const SCENES_PER_ASK = 6;

const SHOT_CHARACTERS = { least: 8, most: 70 } as const;

/** Small asks, all at once, give some scenes each what is seen; code makes framing, screen text, stock query and image prompt. */
export function* withPictures(scenes: readonly DraftScene[], input: ScriptInput): Work<DraftScene[]> {
  const framed = scenes.map((scene, index) => ({ scene, framing: framingOf(index, scenes.length) }));
  const groups = inGroups(framed, SCENES_PER_ASK);
  const seen = yield* all(groups.map((group, index) => askPictures(group, index * SCENES_PER_ASK, input)));
  const pictured: DraftScene[] = [];
  for (const [index, { scene, framing }] of framed.entries()) {
    const shown = seen[Math.floor(index / SCENES_PER_ASK)]?.[framing] ?? '';
    const shot = newShot({ scene, framing }, shown, pictured, input);
    pictured.push(yield* withShot(scene, shot, input));
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
  const others = scenes.toSpliced(index, 1);
  const framing = freeFraming(others.map(({ visual }) => visual));
  const seen = yield* askPictures([{ scene, framing }], index, input);
  const shot = newShot({ scene, framing }, seen[framing] ?? '', others, input);
  return scenes.with(index, yield* withShot(scene, shot, input));
}

/** What the model saw, unless another scene shows it already. */
function newShot({ scene, framing }: Framed, seen: string, others: readonly DraftScene[], input: ScriptInput): string {
  const shot = shotOf(framing, seen, scene, input);
  return others.some(({ visual }) => isSameShot(visual, shot)) ? shotOf(framing, '', scene, input) : shot;
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
function shotOf(framing: string, written: string, { narration }: DraftScene, input: ScriptInput): string {
  const seen = unframed(fixSpeech(written))
    .trim()
    .replace(/_/g, ' ')
    .replace(/^(?:the camera|the photo|a photo|this photo) (?:shows|of)\s+/i, '')
    .replace(/[\s.,;:]+$/, '')
    .trim();
  const echoes = containment(seen, narration) > 0.9 && words(seen).length > 7;
  if (words(seen).length >= FEWEST_WORDS && !echoes) return upperFirst(`${framing} ${midSentence(seen, narration)}`);
  const spoken = primarySubtag(input.language) === 'en' ? strongestPhrase(narration, input.language) : '';
  const thing = spoken === '' ? trimAtWord(narration, 60, 'characters') : spoken;
  return `Close-up of ${thing.charAt(0).toLowerCase()}${thing.slice(1)}`;
}

function* withShot(scene: DraftScene, shot: string, input: ScriptInput): Work<DraftScene> {
  const look = yield* oneOf(LOOKS);
  const caption = upperFirst(strongestPhrase(scene.narration, input.language));
  return {
    ...scene,
    visual: shot,
    on_screen_text: caption.toLowerCase() === shot.toLowerCase() ? '' : caption,
    broll: [{ query_en: searchWordsOf(shot), description: shot, image_prompt: `${shot}, ${look}, ${frameOf(input)}` }],
    delivery: { pace: 'normal', emphasis: stressed(scene.narration, input.keywords) },
  };
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

const LOOKS = [
  'natural light, shallow depth of field, photograph',
  'soft side light, rich detail, photograph',
  'bright daylight, clean background, photograph',
] as const;

function frameOf({ platform }: ScriptInput): string {
  return ['shorts', 'tiktok', 'reels'].includes(platform) ? 'vertical 9:16 frame' : 'wide 16:9 frame';
}

/** The keywords that are spoken, numbers, else the longest word. */
function stressed(narration: string, keywords: readonly string[]): string[] {
  const spoken = keywords.filter((keyword) => narration.toLowerCase().includes(keyword.toLowerCase()));
  const numbers = words(narration).filter((word) => /\d/.test(word));
  const [longest] = words(narration).toSorted((one, other) => other.length - one.length);
  const found = [...spoken, ...numbers].slice(0, 3);
  return found.length > 0 || longest === undefined ? found : [longest];
}
