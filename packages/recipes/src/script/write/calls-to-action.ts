import { primarySubtag } from '../../language/scripts.ts';
import { isImperative } from '../../text/noun-phrases.ts';

/** What may stand before what one is to do: "Next time you brew, …", "Tonight, …", "If you have a cat, …". */
const WHEN = /^(?:so,? |now,? |and )?(?:next time|tonight|tomorrow|today|this weekend|if you)\b[^,]*,\s*/i;
/** What one is to do without an imperative; "today" alone announces: "Today, we learn …". */
const OFFER = /^(?:so |now |and )?(?:you (?:can|could|might|should)|why not)\b/i;

/** What is to be tried stands at the end of a video, and not also before it. */
const TRIAL = /^(?:so,? |now,? |and |finally,? )?(?:(?:[^,.;]{1,60}, )?(?:try|experiment with)|next time you)\b/i;

/** Whether an English sentence is a closing call in the wrong place: "Try different beans." */
export function isTrial(sentence: string, language: string): boolean {
  return primarySubtag(language) === 'en' && TRIAL.test(sentence);
}

/**
 * Whether a sentence asks the viewer to do something. Known of English alone, where the form of a verb is read;
 * elsewhere the last words of a script are taken for its call.
 */
export function callsToAction(sentence: string, language: string): boolean {
  if (primarySubtag(language) !== 'en') return true;
  const deed = sentence.replace(WHEN, '');
  return isImperative(deed) || OFFER.test(deed) || TRIAL.test(deed);
}
