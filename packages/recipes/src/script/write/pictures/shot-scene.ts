import { words } from '../../../text/words.ts';
import type { DraftScene } from '../../draft.ts';
import type { ScriptInput } from '../../schema.ts';
import { searchWordsOf } from '../../search-words.ts';
import { searchedFor } from '../../shots.ts';

/** What a scene shows and what stands on it. */
interface Shot {
  readonly shot: string;
  readonly caption: string;
  /** The scene's place: neighbours are lit otherwise. */
  readonly index: number;
}

/** A scene with its picture, the search for it, the prompt for an image model, and what is stressed. */
export function shotScene(scene: DraftScene, { shot, caption, index }: Shot, input: ScriptInput): DraftScene {
  const query = searchWordsOf(searchedFor(shot));
  const look = LOOKS[index % LOOKS.length];
  return {
    ...scene,
    visual: shot,
    on_screen_text: caption.toLowerCase() === shot.toLowerCase() ? '' : caption,
    broll: [{ query_en: query, description: shot, image_prompt: `${shot}, ${look}, ${frameOf(input)}` }],
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

/** The keywords that are spoken, numbers, else the longest word. */
function stressed(narration: string, keywords: readonly string[]): string[] {
  const spoken = keywords.filter((keyword) => narration.toLowerCase().includes(keyword.toLowerCase()));
  const numbers = words(narration).filter((word) => /\d/.test(word));
  const [longest] = words(narration).toSorted((one, other) => other.length - one.length);
  const found = [...spoken, ...numbers].slice(0, 3);
  return found.length > 0 || longest === undefined ? found : [longest];
}
