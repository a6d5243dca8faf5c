import { isImperative, nounPhrases } from '../../../text/phrases/noun-phrases.ts';
import { ingOf } from '../../../text/visible-deeds/deed-verbs.ts';

/** What an entry of a list tells to do with a thing, though not what that looks like: somebody is seen with it. */
const HANDLED = /^(?<verb>add|apply|choose|get|keep|try|use)\s+(?<article>(?:a|an|the|your|some)\s+)?(?<what>.+)$/iu;

/** "Add a rug" → "person adding a rug"; nothing where the thing cannot be seen. */
export function handlingIn(entry: string): string[] {
  const { verb = '', article = '', what = '' } = HANDLED.exec(entry.replace(/[\s.!]+$/u, ''))?.groups ?? {};
  const [thing] = nounPhrases(what);
  const isThing = thing?.isVisible === true && what.startsWith(thing.text);
  if (!isThing || !isImperative(`${entry}.`)) return [];
  const said = /^(?:the|your|some)\s/iu.test(article) ? '' : article.toLowerCase();
  return [`person ${ingOf(verb.toLowerCase())} ${said}${thing.text}`];
}

/** "Next time you see a cat purring, …". */
const MET =
  /\b(?:next time|when|whenever|if) you (?<met>see|notice|watch|look at|hear|listen to)\s+(?<article>(?:a|an|the|your|some)\s+)?(?<what>[^,.;:!?]+)/iu;
const HEARD = /^(?:hear|listen to)$/iu;

/** Somebody with what the viewer will meet: "person watching a cat purring". */
export function meetingIn(narration: string): string[] {
  const { met = '', article = '', what = '' } = MET.exec(narration)?.groups ?? {};
  const [thing] = nounPhrases(what);
  if (thing?.isVisible !== true || !what.startsWith(thing.text)) return [];
  const deed = /^\s\p{L}+ing\b/u.exec(what.slice(thing.text.length))?.[0] ?? '';
  const said = /^(?:a|an)\s/iu.test(article) ? article.toLowerCase() : '';
  return [`person ${HEARD.test(met) ? 'listening to' : 'watching'} ${said}${thing.text}${deed}`];
}

/** "Tell me in the comments": what one does then, beside what the video is about. */
export function commentingIn(narration: string, beside: string): string[] {
  if (!/\bin the comments\b/iu.test(narration)) return [];
  return [`person ${beside === '' ? '' : `${beside} `}typing a comment on a phone`];
}
