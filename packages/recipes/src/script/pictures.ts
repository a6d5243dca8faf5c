import { z } from 'zod';
import { latinLanguages } from '../language/function-words.ts';
import { ask, type RecipeContext, type Writing } from '../recipe.ts';
import { mendSpeech } from '../text/speakable.ts';
import { trimAtWord } from '../text/trim.ts';
import { words } from '../text/words.ts';
import type { DraftScene } from './draft.ts';
import type { ScriptInput } from './schema.ts';
import { SMALL_WRITER } from './write-staged.ts';

/** Scenes asked about at once: more and small models lose count. */
const SCENES_PER_ASK = 8;

const ON_SCREEN_CHARACTERS = 40;

interface Pictures {
  readonly scenes: readonly { readonly shot: string; readonly caption: string }[];
}

const schemas = new Map<number, z.ZodType<Pictures>>();

function picturesSchema(count: number): z.ZodType<Pictures> {
  let schema = schemas.get(count);
  if (schema === undefined) {
    const scene = z.object({ shot: z.string().min(8).max(80), caption: z.string().min(2).max(30) });
    schema = z.object({ scenes: z.array(scene).length(count) });
    schemas.set(count, schema);
  }
  return schema;
}

/** One small ask gives each scene a shot and words for the screen; code makes the stock query and image prompt. */
export function* withPictures(
  scenes: readonly DraftScene[],
  input: ScriptInput,
  brief: string,
  context: RecipeContext,
): Writing<DraftScene[]> {
  const pictured: DraftScene[] = [];
  for (let first = 0; first < scenes.length; first += SCENES_PER_ASK) {
    const group = scenes.slice(first, first + SCENES_PER_ASK);
    const spoken = group.map(({ narration }, index) => `${index + 1}. ${narration}`).join('\n');
    const answer = yield* ask({
      part: `scenes[${first}].visual`,
      label: 'Choosing pictures',
      system: SMALL_WRITER,
      prompt: `${brief}\n\nThe video has ${group.length} scenes:\n${spoken}\n\nFor each scene: shot: what the camera sees, in English, a concrete thing in a place, up to ten words. caption: two to four words of ${input.language} for the screen.`,
      answer: { form: 'json', name: 'pictures', schema: picturesSchema(group.length) },
      maxTokens: 40 + group.length * 45,
      temperature: 0.5,
    });
    pictured.push(...group.map((scene, index) => withPicture(scene, answer.scenes[index], input, context)));
  }
  return pictured;
}

function withPicture(
  scene: DraftScene,
  picture: Pictures['scenes'][number] | undefined,
  input: ScriptInput,
  context: RecipeContext,
): DraftScene {
  if (picture === undefined) return scene;
  const shot = mendSpeech(picture.shot).replace(/[.\s]+$/, '');
  const look = LOOKS[Math.floor(context.random() * LOOKS.length)] ?? LOOKS[0];
  return {
    ...scene,
    visual: shot,
    on_screen_text: trimAtWord(mendSpeech(picture.caption), ON_SCREEN_CHARACTERS, 'characters'),
    broll: [{ query_en: stockQuery(shot), description: shot, image_prompt: `${shot}, ${look}, ${frameOf(input)}` }],
    delivery: { pace: 'normal', emphasis: stressed(scene.narration, input.keywords) },
  };
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
