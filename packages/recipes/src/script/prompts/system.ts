import { newestVersion, promptsIn, systemText } from '../../prompts/prompt.ts';
import type { Circumstances } from '../../port/operation.ts';
import type { ScriptInput } from '../schema.ts';
import { factChecker } from './fact-checker.ts';
import * as repairAsks from './repair-asks.ts';
import * as revisionAsks from './revision-asks.ts';
import * as smallAsks from './small-asks.ts';
import { smallWriter } from './small-writer.ts';
import * as wholeAsks from './whole-asks.ts';
import { writer } from './writer.ts';

const LARGE = systemText(writer, undefined);

/** Who writes a script, of whatever part of it is asked for. */
export function systemFor(input: Pick<ScriptInput, 'language'>, strategy: Circumstances['strategy']): string {
  return strategy === 'staged' ? systemText(smallWriter, input) : LARGE;
}

/** Of all that this kind says to a model. */
export const promptVersion = newestVersion(
  writer,
  smallWriter,
  factChecker,
  ...[wholeAsks, smallAsks, repairAsks, revisionAsks].flatMap(promptsIn),
);
