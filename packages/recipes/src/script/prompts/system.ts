import { newestVersion, systemText } from '../../prompts/prompt.ts';
import type { Circumstances } from '../../port/operation.ts';
import type { ScriptInput } from '../schema.ts';
import { smallWriter } from './small-writer.ts';
import { writer } from './writer.ts';

const LARGE = systemText(writer, undefined);

/** Who writes a script, of whatever part of it is asked for. */
export function systemFor(input: Pick<ScriptInput, 'language'>, strategy: Circumstances['strategy']): string {
  return strategy === 'staged' ? systemText(smallWriter, input) : LARGE;
}

/** Of all that this kind says to a model. */
export const promptVersion = newestVersion(writer, smallWriter);
