import { taggerLoaded } from '../tagger.ts';
import { deedVerbs } from '../visible-deeds/deed-verbs.ts';
import { isVisibleNoun } from '../visible-nouns/visible-nouns.ts';

/** What is read of compromise's answer for a noun phrase. */
interface ReadNoun {
  readonly text: string;
  readonly noun?: { readonly root: string; readonly determiner?: string };
}

/** A noun phrase of a text, whole: "thick soundproof curtains", "1,200 rivets". */
export interface NounPhrase {
  readonly text: string;
  /** Its main noun, in small letters. */
  readonly root: string;
  /** Whether a camera can see it: a mat, and not its maintenance. */
  readonly isVisible: boolean;
}

const PRONOUNS =
  /^(?:i|you|he|she|it|we|they|this|that|these|those|one|ones|who|what|which|something|anything|everything|nothing|someone|everyone|here|there|your own|us|them|me|him|her|its|\p{L}+sel(?:f|ves)|ours|yours|other|others|another|both|all|each|none|any|more|most|many|some)$/iu;
/** Nouns that cannot be seen, and stand for what is said elsewhere. */
const NOT_SEEN =
  /^(?:way|ways|thing|things|fact|facts|time|times|lot|lots|amount|amounts|kind|kinds|type|types|part|parts|reason|reasons|case|cases|example|examples|number|numbers|bit|use|idea|ideas|day|days|point|points|question|answer|mistake|mistakes|tip|tips|step|steps|result|results|process|effect|effects|level|levels|end|beginning|start|order|people|person|friend|friends|everyone|benefit|benefits|difference|importance|understanding|sense|matter|note|change|changes|need|needs|try|home|first|second|third|fourth|fifth|sixth|next|last|cause|feature|features|factor|factors|issue|issues|problem|problems|option|options|choice|impact|year|years|month|months|week|weeks|minute|minutes|hour|hours|moment|life|world|topic|topics|side|sides|potential|viewer|viewers|detail|details|video|videos|million|billion|thousand|less|feel|contentment|comfort|well-being|wellbeing|ability|quality|function|functionality|safety|reliability|experience|atmosphere|environment|tricks?|surprises?|decisions?|damage|waste|efficiency|preparation|boost|health|anxiety|stress|energy|consistency|advantages?|disadvantages?|performance|location|sounds?|noises?|techniques?|methods?|contents?|extraction|preferences?|outputs?|overall|ingredients?|materials?|professionals?)$/i;
/** What stands before a noun and is no part of what is seen, also because it says nothing by itself: "the right materials". */
const DETERMINER =
  /^(?:(?:and|or|but|a|an|the|this|that|these|those|your|my|our|their|his|her|its|some|any|every|each|all|both|another|such|no|same|own|other|of|many|much|more|most|less|fewer|several|various|different|certain|special|specific|particular|normal|common|typical|regular|usual|right|proper|best|better|good|great|higher|lower|greater|increased|reduced|resulting|overall|entire|whole|additional|necessary|important)\s+)+/i;
/** How much there is of what is seen: "plenty of treats", "a wide range of filters". */
const QUANTITY =
  /^(?:\p{L}+\s+)?(?:plenty|lots?|variety|range|number|kinds?|types?|sorts?|forms?|couple|bit|amount)\s+of\s+/iu;
/** What begins so is a piece of a sentence: "watching them play". */
const PRONOUN_FIRST = /^(?:i|you|he|she|it|we|they|us|them|me|him|who|what|which|ones?)\s/i;
/** What ends so was cut out of a deed: "turning them". */
const PRONOUN_LAST = /\s(?:it|them|you|me|us|him|her|this|that|these|those)$/i;
/** What is done and no thing: "making"; some things are called so. */
const DEED = /^(?!(?:build|ceil|cloth|draw|earr|frost|k|light|lin|paint|pudd|rail|r|spr|str|w|wedd)ing$)\p{L}+ing$/iu;
const MOST_WORDS = 6;

/** The noun phrases of an English text that name something by itself, in order, each once. */
export function nounPhrases(text: string): NounPhrase[] {
  const seen = new Set<string>();
  return sentencePhrases(text).filter(({ text: phrase, root }) => {
    const key = phrase.toLowerCase();
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew && isSeen(phrase, root);
  });
}

/** Participles before a thing, and what they are done to: "broken toasters", "noise cancelling headphones". */
const PARTICIPLES = /(?:\p{Ll}+[\s-])?\p{Ll}{2,}ing\s+$|\p{Ll}{2,}(?:ed|en)\s+$/u;
const SMALL_WORD = /^(?:of|on|in|with|for|by|to|and|or|a|an|the|is|are|not|when|while|without)\s/iu;
/** A title that is a question has its verb at the end: "Why sourdough bread rises". */
const ASKED_VERB = /^(?:how|why)\s+(?:(?:a|an|the|your|our)\s+)?(?<thing>\p{L}[\p{L}\s-]*[^s\s])\s+\p{L}+s$/iu;

/**
 * The noun phrases of an English title, with the participles that stand before them: short as it is, what stands there
 * belongs to what the video is about.
 */
export function topicPhrases(title: string): NounPhrase[] {
  const topic = title.replace(/[\s.?!]+$/u, '');
  const asked = ASKED_VERB.exec(topic)?.groups?.thing ?? '';
  const [subject] = nounPhrases(asked);
  return nounPhrases(subject?.text === asked ? asked : topic).map((phrase) => {
    const before = topic.slice(0, Math.max(0, topic.indexOf(phrase.text)));
    const participles = (PARTICIPLES.exec(before)?.[0] ?? '').replace(SMALL_WORD, '');
    return { ...phrase, text: `${participles}${phrase.text}` };
  });
}

function sentencePhrases(text: string): NounPhrase[] {
  const nouns = taggerLoaded()(startingAnew(text)).nouns().json() as readonly ReadNoun[];
  return nouns.map(({ text: phrase, noun }) => {
    const read = (noun?.root ?? phrase).toLowerCase();
    const whole = untilVerb(untilRoot(bare(phrase), read));
    const root = rootIn(whole, read);
    return { text: whole, root, isVisible: isVisibleNoun(lastWord(root)) };
  });
}

/** The root that was read, unless it was left out of the phrase with the verb in it. */
function rootIn(phrase: string, read: string): string {
  const lower = phrase.toLowerCase();
  return lower.includes(lastWord(read)) ? read : lastWord(lower);
}

function lastWord(phrase: string): string {
  return phrase.split(/\s+/).at(-1) ?? '';
}

/** What a thing is made: "makes the coffee cleaner" has no coffee cleaner in it. */
const MADE_SO =
  /\b((?:mak(?:e|es|ing)|made|keep(?:s|ing)?|kept)\s+(?:the|your|our|their|it|them|this|these)\s+(?:[^.,;:!?\s]+\s+){0,3}?)(?=\p{Ll}{3,}er\b)/giu;

/**
 * Inside a sentence the tagger takes a capital for a name, also behind a colon: "Fourth mistake: Not taking …"; and a
 * comparison for a thing.
 */
function startingAnew(text: string): string {
  return text.replace(/:(?=\s+\p{Lu})/gu, '.').replace(MADE_SO, (made) => `${made.trimEnd()}, `);
}

/** What hangs on a noun: "ground coffee in an espresso machine". Anything else behind it is taken for more than it is. */
const HANGS_ON = /^\s+(?:of|in|on|at|under|over|behind|beside|near|with|for|from|against)\s/iu;

function untilRoot(phrase: string, root: string): string {
  const at = phrase.toLowerCase().indexOf(root);
  const end = at + root.length;
  return at === -1 || HANGS_ON.test(phrase.slice(end)) ? phrase : phrase.slice(0, end);
}

/** Nouns that stand before another noun in the plural; all others do so in the singular ("cat food"). */
const PLURAL_BEFORE_NOUN =
  /^(?:sports|news|arms|goods|customs|savings|sales|systems|parts|species|series|glass|gas|bus)$/i;

/** "A cat feels relaxed": in the singular they may be nouns, so they are none here. */
const NEVER_NOUN =
  /^(?:feels|seems|becomes|likes|goes|comes|says|knows|means|happens|works|gets|gives|begins|tells|helps|prevents|allows|reduces|keeps|creates)$/iu;

/** The tagger takes a verb that it does not know for a noun: "Cats purr". Behind a plural it is none. */
function untilVerb(phrase: string): string {
  const [first = '', second = '', ...rest] = phrase.split(' ');
  if (rest.length > 0) return phrase;
  const isVerb = /\p{L}{2}[^siu]s$/iu.test(first) && second !== '' && !/s$/i.test(second);
  const isDone = DEED.test(second) && deedVerbs(second).some(({ form }) => form === 'ing');
  return (isVerb && !PLURAL_BEFORE_NOUN.test(first)) || isDone || NEVER_NOUN.test(second) ? first : phrase;
}

/** Without marks and determiners around it. */
function bare(phrase: string): string {
  return phrase
    .replace(/(?<!\p{N})[.,]+|[.,]+(?!\p{N})|[;:!?"“”()…]+|\s[-–—]+(?=\s|$)/gu, '')
    .trim()
    .replace(/\s+(?:today|tomorrow|tonight|now|works?)$/iu, '')
    .replace(DETERMINER, '')
    .replace(QUANTITY, '')
    .replace(DETERMINER, '');
}

function isSeen(phrase: string, root: string): boolean {
  const list = phrase.split(/\s+/);
  const last = lastWord(root);
  const isWhole = list.length <= MOST_WORDS && phrase.length > 2 && /\p{L}{3}/u.test(phrase);
  return (
    isWhole &&
    !PRONOUNS.test(phrase) &&
    !PRONOUNS.test(root) &&
    !PRONOUN_FIRST.test(phrase) &&
    !PRONOUN_LAST.test(phrase) &&
    !DEED.test(phrase) &&
    !NOT_SEEN.test(last) &&
    !/['’](?:s|re|ll|t|d|ve|m)$/iu.test(phrase)
  );
}

/** What an English text counts first: "Five mistakes" of "Five mistakes people make". */
export function countedThing(text: string): string | undefined {
  const found = taggerLoaded()(text).match('#Value #Adjective? #Adjective? #Singular? #Plural').first().text().trim();
  return found === '' ? undefined : found;
}

/**
 * A figure with what is told of it right before: "reopens on 14 June". A date or an amount by itself says nothing of what
 * it is. Undefined where no verb stands there.
 */
export function figureTold(figure: string, text: string): string | undefined {
  const at = text.indexOf(figure);
  const before =
    /\p{L}+\s+(?:(?:on|in|at|for|by|from|until|over)\s+)?$/iu.exec(text.slice(0, Math.max(0, at)))?.[0] ?? '';
  const [verb = ''] = before.split(' ');
  return verb !== '' && taggerLoaded()(text).verbs().has(verb) ? `${before}${figure}` : undefined;
}

/** Whether an English sentence tells somebody to do something: "Try it tonight", "So check the seal". */
export function isImperative(sentence: string): boolean {
  const open = sentence.replace(/^(?:(?:so|now|then|and|please|just|maybe|go ahead and)\b[, ]*)+/i, '');
  return taggerLoaded()(open).verbs().isImperative().found;
}
