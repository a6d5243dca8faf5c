import { countsIn } from '../../language/numbers/numbers-in.ts';
import { primarySubtag } from '../../language/scripts.ts';
import { insideSentence } from '../../text/phrases/inside-sentence.ts';
import { words } from '../../text/words.ts';
import type { ScriptInput } from '../schema.ts';
import { subjectOf } from '../stand-ins.ts';

/**
 * A list's topic in the caller's words, as it is spoken: "Five mistakes people make" is a headline, "Here are five
 * mistakes people make." a sentence.
 */
export function listOpening(input: ScriptInput): string {
  const topic = subjectOf(input).replace(/[\s.!?…]+$/u, '');
  const [first = ''] = words(topic);
  const isCounted = primarySubtag(input.language) === 'en' && countsIn(first, input.language).size > 0;
  return isCounted ? `Here are ${insideSentence(topic)}.` : `${topic}.`;
}
