import { z } from 'zod';
import { languageName } from '../language/match.ts';
import { latinLanguages } from '../language/function-words.ts';
import { primarySubtag } from '../language/scripts.ts';
import { ask, type RecipeContext, type Writing } from '../recipe.ts';
import { strongestPhrase } from '../text/key-phrases.ts';
import { withoutDanglingWords } from '../text/phrase-end.ts';
import { containment } from '../text/similarity.ts';
import { mendSpeech } from '../text/speakable.ts';
import { trimAtWord } from '../text/trim.ts';
import { words } from '../text/words.ts';
import { shortBrief } from './brief.ts';
import type { DraftScene } from './draft.ts';
import type { ScriptInput } from './schema.ts';
import { smallWriter } from './write-staged.ts';

/** Scenes asked about at once: more and small models lose count. */
const SCENES_PER_ASK = 8;

const ON_SCREEN_WORDS = 5;

interface Pictures {
  readonly shots: readonly string[];
  readonly captions: readonly string[];
}

const schemas = new Map<number, z.ZodType<Pictures>>();

/** Two plain lists cost a small model fewest tokens. One schema object a size: drivers keep what they derive from it. */
function picturesSchema(count: number): z.ZodType<Pictures> {
  let schema = schemas.get(count);
  if (schema === undefined) {
    const list = (longest: number) => z.array(z.string().min(2).max(longest)).length(count);
    schema = z.object({ shots: list(120), captions: list(60) });
    schemas.set(count, schema);
  }
  return schema;
}

/** One small ask gives each scene a shot and words for the screen; code makes the stock query and image prompt. */
export function* withPictures(
  scenes: readonly DraftScene[],
  input: ScriptInput,
  context: RecipeContext,
): Writing<DraftScene[]> {
  const pictured: DraftScene[] = [];
  for (let first = 0; first < scenes.length; first += SCENES_PER_ASK) {
    const group = scenes.slice(first, first + SCENES_PER_ASK);
    const { shots, captions } = yield* askPictures(group, first, input);
    pictured.push(
      ...group.map((scene, index) => withPicture(scene, shots[index] ?? '', captions[index] ?? '', input, context)),
    );
  }
  return pictured;
}

function* askPictures(group: readonly DraftScene[], first: number, input: ScriptInput): Writing<Pictures> {
  const spoken = group.map(({ narration }, index) => `${index + 1}. ${narration}`).join('\n');
  return yield* ask({
    part: `scenes[${first}].visual`,
    label: 'Choosing pictures',
    system: smallWriter(input),
    prompt: `${shortBrief(input)}\n\nThe narration of ${group.length} scenes:\n${spoken}\n\nshots: for each scene what the camera shows, in English, a whole phrase of seven to twelve words: who or what is seen, what it is doing, and where. No two alike. captions: for each scene two to four ${languageName(input.language)} words from its narration, its number or its most surprising words.`,
    answer: { form: 'json', name: 'pictures', schema: picturesSchema(group.length) },
    maxTokens: 60 + group.length * 45,
    temperature: 0.5,
  });
}

function withPicture(
  scene: DraftScene,
  writtenShot: string,
  writtenCaption: string,
  input: ScriptInput,
  context: RecipeContext,
): DraftScene {
  const shot = fullShot(mendSpeech(writtenShot).replace(/[.\s]+$/, ''), scene, input);
  const caption = fittingCaption(shortCaption(mendSpeech(writtenCaption), input.language), scene, input);
  const look = LOOKS[Math.floor(context.random() * LOOKS.length)] ?? LOOKS[0];
  return {
    ...scene,
    visual: shot,
    on_screen_text: caption.toLowerCase() === shot.toLowerCase() ? '' : caption,
    broll: [{ query_en: stockQuery(shot), description: shot, image_prompt: `${shot}, ${look}, ${frameOf(input)}` }],
    delivery: { pace: 'normal', emphasis: stressed(scene.narration, input.keywords) },
  };
}

function shortCaption(caption: string, language: string): string {
  const all = caption.replace(/[.,;:\s]+$/, '').split(' ');
  return all.length <= ON_SCREEN_WORDS
    ? all.join(' ')
    : withoutDanglingWords(all.slice(0, ON_SCREEN_WORDS).join(' '), language);
}

const FEWEST_SHOT_WORDS = 4;

/** A bare noun is no picture: what its scene speaks of stands beside it, where that is English as shots are. */
function fullShot(shot: string, { narration }: DraftScene, input: ScriptInput): string {
  if (words(shot).length >= FEWEST_SHOT_WORDS) return shot;
  const spoken = primarySubtag(input.language) === 'en' ? strongestPhrase(narration, input.language) : '';
  const isNew = spoken !== '' && containment(spoken, shot) < 1;
  const seen = [shot, isNew ? spoken : ''].filter((part) => part !== '').map(lowerFirst);
  return seen.length === 0 ? trimAtWord(narration, 60, 'characters') : `Close-up of ${seen.join(', with ')}`;
}

/** Words on the screen that the scene does not speak give way to its number or its strongest phrase. */
function fittingCaption(caption: string, { narration }: DraftScene, { language }: ScriptInput): string {
  const isSpoken = words(caption).length > 1 && containment(caption, narration) >= 0.5;
  return isSpoken ? caption : upperFirst(strongestPhrase(narration, language)) || caption;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
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

/** Words about the camera, which stock libraries do not index. */
const CAMERA_WORDS = new Set(
  'camera shot close closeup up view scene showing shows shown sees video wide angle person'.split(' '),
);
const QUERY_WORDS = 4;

/** Two to four concrete words of the shot. */
function stockQuery(shot: string): string {
  const english = latinLanguages['en']?.words;
  const content = words(shot.toLowerCase()).filter(
    (word) => word.length > 2 && english?.has(word) !== true && !CAMERA_WORDS.has(word),
  );
  return (content.length === 0 ? words(shot.toLowerCase()) : [...new Set(content)]).slice(0, QUERY_WORDS).join(' ');
}

/** The keywords that are spoken, numbers, else the longest word. */
function stressed(narration: string, keywords: readonly string[]): string[] {
  const spoken = keywords.filter((keyword) => narration.toLowerCase().includes(keyword.toLowerCase()));
  const numbers = words(narration).filter((word) => /\d/.test(word));
  const [longest] = words(narration).toSorted((one, other) => other.length - one.length);
  const found = [...spoken, ...numbers].slice(0, 3);
  return found.length > 0 || longest === undefined ? found : [longest];
}
