import { splitSentences } from '../../text/sentences.ts';
import { nounPhrases, topicPhrases } from '../../text/phrases/noun-phrases.ts';
import { taggedWords, verbForms, type TaggedWord } from '../../text/tagger.ts';
import { isVisibleNoun } from '../../text/visible-nouns/visible-nouns.ts';
import { MOST_OVERLAY_WORDS } from '../headline.ts';

/**
 * What an English video says in a few words that are whole by themselves: somebody or something and what it does, or what
 * is done, from where a clause begins to where a phrase ends: "Bridge now carries trucks", "Cancels out unwanted noise".
 * Articles are left out, as headlines do.
 */
export function saidClauses(title: string, material: string): string[] {
  const topic = topicOf(title);
  const found = splitSentences(material)
    .filter((sentence) => !CALL.test(sentence))
    .map((sentence) => withDoer(sentence, topic))
    .flatMap((sentence) => [...whileSo(sentence, topic), ...madeBy(sentence, topic), ...clausesIn(sentence, topic)]);
  return [...new Set(found)];
}

/** What a viewer is to do behind the video heads no picture of it. */
const CALL = /^(?:so,? |now,? )?(?:next time|if you|try|tell me|visit|experiment|share|follow|subscribe)\b/iu;

interface Topic {
  /** "headphones" of "How noise cancelling headphones work": who does what an explanation says of "they". */
  readonly doer: string;
  /** What the title says that it does: "purr" of "Why cats purr". The tagger takes many such verbs for nouns. */
  readonly verb: string;
  readonly isExplained: boolean;
}

const EXPLAINS = /^(?:how|why)\s(?!to\b)/iu;

function topicOf(title: string): Topic {
  const [phrase] = topicPhrases(title);
  const isExplained = EXPLAINS.test(title);
  const text = phrase?.text ?? '';
  const rest = title.slice(title.indexOf(text) + text.length);
  const verb = isExplained ? (/\p{L}+/u.exec(rest)?.[0] ?? '') : '';
  return { doer: text.split(/\s+/u).at(-1) ?? '', verb: verb.toLowerCase(), isExplained };
}

const BY_DOING = /^(?<who>they|it) do(?:es)? (?:this|that|so) by (?<deed>\p{L}+ing)\b(?<rest>.*)$/isu;
const WORKS_BY = /^(?:the |a |an )?(?<who>.{1,40}?) works? by (?<deed>\p{L}+ing)\b(?<rest>.*)$/isu;
/** "They" at the head of a clause. */
const THEY = /(?<=^|, |\b(?:when|because|while|so|that|why|and|but|as) )they\b/iu;

/** An explanation's "They do this by vibrating their cords" → "Cats vibrate their cords". */
function withDoer(sentence: string, { doer, isExplained }: Topic): string {
  if (!isExplained || doer === '') return sentence;
  const isPlural = /[^s]s$/iu.test(doer);
  const { who = '', deed = '', rest = '' } = (BY_DOING.exec(sentence) ?? WORKS_BY.exec(sentence))?.groups ?? {};
  const forms = deed === '' ? undefined : verbForms(deed);
  const isMeant = /^(?:they|it)$/iu.test(who)
    ? isPlural === /^they$/iu.test(who)
    : who.toLowerCase().endsWith(doer.toLowerCase());
  if (forms !== undefined && isMeant) return `${doer} ${isPlural ? forms.base : forms.third}${rest}`;
  const at = THEY.exec(sentence)?.index;
  if (!isPlural || at === undefined || hasOtherPlural(sentence.slice(0, at), doer)) return sentence;
  return sentence.replace(THEY, doer);
}

function hasOtherPlural(before: string, doer: string): boolean {
  return nounPhrases(before).some(({ root }) => /[^s]s$/iu.test(root) && !root.endsWith(doer.toLowerCase()));
}

/** "Espresso is made by forcing hot water through the beans at high pressure" → "Espresso at high pressure". */
function whileSo(sentence: string, { doer, isExplained }: Topic): string[] {
  if (!isExplained || doer === '') return [];
  const so = new RegExp(
    String.raw`^(?:the |a |an )?(?<what>(?:\p{L}+ )?${RegExp.escape(doer)}) (?:is|are) .* (?<how>(?:at|under|without) \p{L}+(?: \p{L}+)?)[.!]?$`,
    'isu',
  );
  const { what, how } = so.exec(sentence)?.groups ?? {};
  if (what === undefined || how === undefined || NO_STATE.test(how)) return [];
  const last = taggedWords(how).at(-1);
  return last?.tags.has('Noun') === true && !last.tags.has('Pronoun') ? [`${what} ${how}`] : [];
}

/** "Espresso is the result of intense pressure and heat" → "Intense pressure makes espresso". */
function madeBy(sentence: string, { doer, isExplained }: Topic): string[] {
  if (!isExplained || doer === '') return [];
  const made = new RegExp(
    String.raw`^(?:the |a |an )?(?<what>(?:\p{L}+ )?${RegExp.escape(doer)}) (?:is|are) (?:the result of|made by|made with|made from|produced by|created by) (?<by>[^.!?]+)`,
    'isu',
  );
  const { what, by = '' } = made.exec(sentence)?.groups ?? {};
  const [thing] = nounPhrases(by);
  if (what === undefined || thing === undefined || !by.replace(ARTICLE, '').startsWith(thing.text)) return [];
  return [`${thing.text} ${/[^s]s$/iu.test(thing.root) ? 'make' : 'makes'} ${what}`];
}

const ARTICLE = /^(?:the|a|an)\s+/iu;

/** Where and when something is, and not how. */
const NO_STATE = /\b(?:home|work|night|once|least|all|times?|the|any|same|room|age)\b/iu;

/** What begins a clause whose first words are whole without it. */
const OPENS =
  /^(?:and|but|because|that|which|who|when|while|so|as|if|then|to|help|helps|now|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/iu;
/** What goes on behind a phrase that is whole. */
const JOINT =
  /^(?:to|of|on|in|at|by|for|with|without|from|into|onto|through|over|under|until|after|before|during|while|when|because|so|and|or|but|which|that|who|as|if|than|where|why|how|again)$/iu;
const LEFT_OUT = /^(?:a|an|the|your|their|its|our|my|his|her|these|those|this|some|then|also|really|very)$/iu;
/** What says nothing by itself, or of whom it is said: no part of a headline. */
const NEVER =
  /^(?:it|they|them|you|we|us|he|she|him|i|me|that|which|who|what|there|here|not|never|no|cannot|one|ones|other|others|something|anything|everything|way|ways|thing|things|lot|types?|kinds?|forms?|variety|such)$|n['’]t$/iu;
/** Verbs that show no deed: what is, has, may, seems, helps. */
const WEAK =
  /^(?:is|are|was|were|be|been|being|am|has|have|had|having|do|does|did|can|could|will|would|may|might|must|should|seems?|helps?|allows?|ensures?|includes?|involves?|requires?|needs?|means?|depends?|happens?|works?|becomes?|makes? sure|causes?|leads?|results?|creates?|provides?|considers?|let|lets)$/iu;
/** Behind these a state ends a phrase: "keep paws warm", "feel relaxed". */
const SO_MADE =
  /^(?:make|makes|made|keep|keeps|kept|feel|feels|felt|stay|stays|get|gets|turn|turns|taste|tastes|sound|sounds|look|looks)$/iu;

function clausesIn(sentence: string, topic: Topic): string[] {
  const list = withRelativeVerbs(taggedWords(sentence));
  return list.flatMap((_, start) => {
    const isStart =
      start === 0 || /[,;:—–(]/u.test(list[start - 1]?.after ?? '') || OPENS.test(list[start - 1]?.text ?? '');
    const first = list[start]?.text ?? '';
    return isStart && !OPENS.test(first) ? (clauseFrom(list, start, topic) ?? []) : [];
  });
}

/** "A signal that cancels out noise": behind "that" the tagger takes such a verb for a thing. */
function withRelativeVerbs(list: readonly TaggedWord[]): readonly TaggedWord[] {
  return list.map((word, at) => {
    const isBehind = /^(?:that|which|who)$/iu.test(list[at - 1]?.text ?? '') && list[at - 2]?.tags.has('Noun') === true;
    const isVerb = isBehind && /[^s]s$/iu.test(word.text) && verbForms(word.text)?.third === word.text.toLowerCase();
    return isVerb ? { ...word, tags: new Set(['Verb', 'PresentTense']) } : word;
  });
}

/** The longest clause from there that is whole and short enough; undefined where none is. */
function clauseFrom(list: readonly TaggedWord[], start: number, topic: Topic): string | undefined {
  let longest: string | undefined;
  for (let end = start; end < list.length; end += 1) {
    const words = list.slice(start, end + 1);
    const kept = words.filter(({ text }) => !LEFT_OUT.test(text));
    if (kept.length > MOST_OVERLAY_WORDS) break;
    if (kept.length > 1 && isWhole(words, list[end + 1], topic) && says(kept, topic)) longest = joined(kept);
    // Behind a mark another clause begins.
    if (!/^[\s-]*$/u.test(list[end]?.after ?? '')) break;
  }
  return longest;
}

function joined(words: readonly TaggedWord[]): string {
  return words
    .map(({ text, after }) => `${text}${after.includes('-') ? '-' : ' '}`)
    .join('')
    .trim();
}

/** Whether nothing is cut off behind its last word. */
function isWhole(words: readonly TaggedWord[], next: TaggedWord | undefined, topic: Topic): boolean {
  const last = words.at(-1);
  if (last === undefined || last.after.includes('-')) return false;
  const isEnd = next === undefined || /[.,;:!?—–)]/u.test(last.after) || JOINT.test(next.text);
  if (!isEnd || (next?.text === 'of' && !isVisibleNoun(last.text))) return false;
  if (last.text.toLowerCase() === topic.verb) return true;
  if (last.tags.has('Adjective') || last.tags.has('Infinitive')) return words.some(({ text }) => SO_MADE.test(text));
  return last.tags.has('Noun') && !last.tags.has('Pronoun') && !last.tags.has('Gerund');
}

/** Whether it says what somebody or something does, or what to do. */
function says(words: readonly TaggedWord[], topic: Topic): boolean {
  if (words.some(({ text }) => NEVER.test(text))) return false;
  const at = words.findIndex((word) => isDeed(word, topic));
  if (at === -1 || words.some(({ text }) => WEAK.test(text))) return false;
  const [before, behind] = [words.slice(0, at), words.slice(at + 1)];
  const hasDoer = before.some(({ tags }) => tags.has('Noun'));
  const hasThing = behind.some(({ tags }) => tags.has('Noun') || tags.has('Adjective'));
  // "Filtered through mesh" is done to something that stands elsewhere.
  if (words.some(({ tags }) => tags.has('Gerund')) || (at === 0 && words[0]?.tags.has('PastTense') === true))
    return false;
  if (at === 0 && /^(?:from|of|for|in|at|by|with)$/iu.test(words[1]?.text ?? '')) return false;
  return at === 0 ? hasThing : hasDoer && !before.some(({ tags }) => tags.has('Preposition'));
}

function isDeed({ text, tags }: TaggedWord, { verb }: Topic): boolean {
  if (text.toLowerCase() === verb) return true;
  return (
    tags.has('Verb') && !tags.has('Gerund') && !tags.has('Auxiliary') && !tags.has('Modal') && !tags.has('Participle')
  );
}
