import { languageName } from '../../language/match.ts';
import { platformOf } from '../../platforms/platforms.ts';
import { formatStructures } from './formats.ts';
import type { ScriptInput } from '../schema.ts';
import { subjectOf } from '../stand-ins.ts';

/** Source texts are cut to this many characters for a large model; small ones get the beginning. */
const SOURCE_CHARACTERS = { single: 60_000, staged: 3_000 } as const;

/** What a small context has room for. */
const CONTEXT_CHARACTERS = 1_000;
const VOICE_CHARACTERS = 600;

/** The request in labelled lines: the beginning of every ask, the same each time. */
export function briefFor(input: ScriptInput, strategy: 'single' | 'staged'): string {
  const platform = platformOf(input.platform);
  const lines: readonly (readonly [label: string, value: string | undefined])[] = [
    ['Topic', input.prompt],
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
    ['Context', input.context],
    ['Points to cover in this order', input.outline?.map((point, index) => `${index + 1}. ${point}`).join(' ')],
    ['Sources', sourceList(input, SOURCE_CHARACTERS[strategy])],
    ['Material to work from', input.source_text?.slice(0, SOURCE_CHARACTERS[strategy])],
  ];
  return lines
    .flatMap(([label, value]) => (value === undefined || value === '' ? [] : [`${label}: ${value}`]))
    .join('\n');
}

/** What small models get: the few lines that they can follow. */
export function shortBrief(input: ScriptInput): string {
  const lines: readonly (readonly [label: string, value: string | undefined])[] = [
    ['Video topic', subjectOf(input)],
    ['Kind', `${input.format} video for ${platformOf(input.platform).name}`],
    ['Language', languageName(input.language)],
    ['Audience', input.audience],
    ['Goal', input.goal],
    ['Style', input.style],
    ['Tone', input.tone],
    ['Begins with', input.hook_style],
    ['Keywords', listed(input.keywords)],
    ['Voice', brandVoice(input)?.slice(0, VOICE_CHARACTERS)],
    ['Context', input.context?.slice(0, CONTEXT_CHARACTERS)],
    ['Material', input.source_text?.slice(0, SOURCE_CHARACTERS.staged)],
    ['Sources', sourceList(input, SOURCE_CHARACTERS.staged)],
    ['Never use these words', listed([...input.avoid, ...(input.brand_voice?.banned_words ?? [])])],
  ];
  return lines
    .flatMap(([label, value]) => (value === undefined || value === '' ? [] : [`${label}: ${value}`]))
    .join('\n');
}

function listed(items: readonly string[]): string | undefined {
  return items.length === 0 ? undefined : items.join(', ');
}

function quoted(items: readonly string[]): string | undefined {
  return items.length === 0 ? undefined : items.map((item) => `"${item}"`).join(', ');
}

function brandVoice({ brand_voice: voice }: ScriptInput): string | undefined {
  if (voice === undefined) return undefined;
  const samples = voice.samples.map((sample) => `Sample: "${sample}"`);
  return [voice.name, voice.description, ...voice.rules, ...samples].filter((part) => part !== undefined).join(' | ');
}

function sourceList({ sources }: ScriptInput, characters: number): string | undefined {
  if (sources.length === 0) return undefined;
  const each = Math.floor(characters / sources.length);
  const rows = sources.map(({ id, title, url, text }) =>
    [`[${id}]`, title, url, text?.slice(0, each)].filter((part) => part !== undefined).join(' '),
  );
  return `\n${rows.join('\n')}`;
}
