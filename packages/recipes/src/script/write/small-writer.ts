import { languageName } from '../../language/match.ts';
import type { ScriptInput } from '../schema.ts';

/** What small models write well with; higher and they drift, lower and they repeat. */
export const SMALL_TEMPERATURE = 0.6;

/** The same for all asks of a request, so that its evaluation is reused. */
export function smallWriter({ language }: ScriptInput): string {
  return `You write narration for short videos. Plain spoken ${languageName(language)}, concrete and vivid. Answer with the text only.`;
}
