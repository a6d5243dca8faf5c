import type { Circumstances } from '../../port/operation.ts';
import { newestVersion, promptsIn, systemText } from '../../prompts/prompt.ts';
import { smallEditor } from '../../prompts/small-editor.ts';
import * as asks from './asks.ts';
import { editor } from './editor.ts';

const LARGE = systemText(editor, undefined);
const SMALL = systemText(smallEditor, undefined);

/** Who writes metadata, of whatever part of it is asked for. */
export function systemFor({ strategy }: Pick<Circumstances, 'strategy'>): string {
  return strategy === 'staged' ? SMALL : LARGE;
}

/** Of all that this kind says to a model. */
export const promptVersion = newestVersion(editor, smallEditor, ...promptsIn(asks));
