import { primarySubtag } from '../../language/scripts.ts';
import { isImperative } from '../../text/noun-phrases.ts';

/** How a sentence speaks to the viewer of what they can do, without an imperative. */
const OFFER =
  /^(?:so |now |and )?(?:next time|tonight|tomorrow|today|this weekend|you can|you could|why not|if you)\b/i;

/**
 * Whether a sentence asks the viewer to do something. Known of English alone, where the form of a verb is read;
 * elsewhere the last words of a script are taken for its call.
 */
export function callsToAction(sentence: string, language: string): boolean {
  if (primarySubtag(language) !== 'en') return true;
  return isImperative(sentence) || OFFER.test(sentence);
}
