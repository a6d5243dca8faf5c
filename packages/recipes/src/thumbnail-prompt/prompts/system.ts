import type { Circumstances } from '../../port/operation.ts';
import { newestVersion, promptsIn, systemText } from '../../prompts/prompt.ts';
import { smallEditor } from '../../prompts/small-editor.ts';
import * as asks from './asks.ts';
import { designer } from './designer.ts';

const LARGE = systemText(designer, undefined);
const SMALL = systemText(smallEditor, undefined);

/** Who designs thumbnails, of whatever part of them is asked for. */
export function systemFor({ strategy }: Pick<Circumstances, 'strategy'>): string {
  return strategy === 'staged' ? SMALL : LARGE;
}

/** Of all that this kind says to a model. */
export const promptVersion = newestVersion(designer, smallEditor, ...promptsIn(asks));
