import { splitSentences } from '../../../text/sentences.ts';
import type { DraftScene } from '../../draft.ts';
import { entryBegun, promisedEntries } from '../../telling/promised-entries.ts';
import type { ScriptInput } from '../../schema.ts';

/** Whether a scene is the entry of that number of a promised list. */
export function isEntry({ narration }: DraftScene, number: number | undefined, input: ScriptInput): boolean {
  const [opening = ''] = splitSentences(narration);
  return promisedEntries(input) !== undefined && entryBegun(opening, input.language) === number;
}
