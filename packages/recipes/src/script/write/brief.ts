import { languageName } from '../../language/match.ts';
import { platformOf } from '../../platforms/platforms.ts';
import { formatStructures } from '../prompts/formats.ts';
import type { ScriptInput } from '../schema.ts';
import { subjectOf } from '../stand-ins.ts';
import { labelledLines, task } from '../../prompts/labelled-lines.ts';
import { material, type Material } from '../../prompts/material.ts';

/** Source texts are cut to this many characters for a large model; small ones get the beginning. */
const SOURCE_CHARACTERS = { single: 60_000, staged: 3_000 } as const;

/** What a small context has room for. */
const CONTEXT_CHARACTERS = 1_000;
const VOICE_CHARACTERS = 600;

/** The request in labelled lines: the beginning of every ask, the same each time. */
export function briefFor(input: ScriptInput, strategy: 'single' | 'staged'): string {
  const platform = platformOf(input.platform);
  return labelledLines([
    ['Topic', task(input.prompt)],
    ['Platform', `${platform.name}: ${platform.manner}`],
    ['Structure', `${input.format}. ${formatStructures[input.format]}`],
    ['Language', languageName(input.language)],
    ['Length', `${input.duration} seconds when read aloud`],
    ['Audience', input.audience],
    ['Goal', input.goal],
    ['Style', input.style],
    ['Tone', input.tone],
    ['Kind of hook', input.hook_style],
    ['Call to action', input.cta],
    ['Keywords to work in naturally', listed(input.keywords)],
    ['Must stand in the narration letter by letter', quoted(input.must_include)],
    ['Never use these words', quoted([...input.avoid, ...(input.brand_voice?.banned_words ?? [])])],
    ['Brand voice', brandVoice(input)],
    ['Samples of the voice', material(input.brand_voice?.samples)],
    ['Context', material(input.context)],
    [
      'Points to cover in this order',
      material(input.outline?.map((point, index) => `${index + 1}. ${point}`).join('\n')),
    ],
    ['Sources', sourceList(input, SOURCE_CHARACTERS[strategy])],
    ['Material to work from', material(input.source_text, SOURCE_CHARACTERS[strategy])],
  ]);
}

/** What small models get: the few lines that they can follow. */
export function shortBrief(input: ScriptInput): string {
  return labelledLines([
    ['Video topic', input.prompt === undefined ? material(subjectOf(input)) : subjectOf(input)],
    ['Kind', `${input.format} video for ${platformOf(input.platform).name}`],
    ['Language', languageName(input.language)],
    ['Audience', input.audience],
    ['Goal', input.goal],
    ['Style', input.style],
    ['Tone', input.tone],
    ['Begins with', input.hook_style],
    ['Keywords', listed(input.keywords)],
    ['Voice', brandVoice(input)?.slice(0, VOICE_CHARACTERS)],
    ['Samples of the voice', material(input.brand_voice?.samples.join('\n'), VOICE_CHARACTERS)],
    ['Context', material(input.context, CONTEXT_CHARACTERS)],
    ['Material', material(input.source_text, SOURCE_CHARACTERS.staged)],
    ['Sources', sourceList(input, SOURCE_CHARACTERS.staged)],
    ['Never use these words', listed([...input.avoid, ...(input.brand_voice?.banned_words ?? [])])],
  ]);
}

function listed(items: readonly string[]): string | undefined {
  return items.length === 0 ? undefined : items.join(', ');
}

function quoted(items: readonly string[]): string | undefined {
  return items.length === 0 ? undefined : items.map((item) => `"${item}"`).join(', ');
}

function brandVoice({ brand_voice: voice }: ScriptInput): string | undefined {
  if (voice === undefined) return undefined;
  return [voice.name, voice.description, ...voice.rules].filter((part) => part !== undefined).join(' | ');
}

function sourceList({ sources }: ScriptInput, characters: number): Material | undefined {
  const each = Math.floor(characters / sources.length);
  const rows = sources.map(({ id, title, url, text }) =>
    [`[${id}]`, title, url, text?.slice(0, each)].filter((part) => part !== undefined).join(' '),
  );
  return material(rows);
}
