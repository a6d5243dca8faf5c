import { nounPhrases, type NounPhrase } from '../phrases/noun-phrases.ts';
import { splitSentences } from '../sentences.ts';
import { sharesStem } from '../substance.ts';
import { deedVerbs, type DeedVerb } from './deed-verbs.ts';

/** Something done that a camera can see, in an English text's own nouns and verbs. */
export interface VisibleDeed {
  /** As a picture shows it: "workers replacing 1,200 rivets", "hot water forced through ground coffee beans". */
  readonly picture: string;
  /** Who or what is seen doing it; nobody where it is only done. */
  readonly doer: 'person' | 'thing' | undefined;
  /** As it was said, without articles, where that reads by itself: "Workers replaced 1,200 rivets". */
  readonly said: string;
}

/** The visible deeds of an English text in order, each once; `they` is what "they" and "it" stand for where nothing else does. */
export function visibleDeeds(text: string, they?: string): VisibleDeed[] {
  const seen = new Set<string>();
  return splitSentences(text)
    .flatMap((sentence) => deedsOf(sentence, they))
    .filter(({ picture }) => {
      const isNew = !seen.has(picture);
      seen.add(picture);
      return isNew;
    });
}

const WORD = /[\p{L}\p{N}]+(?:[-'’.,][\p{L}\p{N}]+)*/gu;

function deedsOf(sentence: string, they: string | undefined): VisibleDeed[] {
  const things = nounPhrases(sentence).filter(({ isVisible }) => isVisible);
  const found: VisibleDeed[] = [];
  for (const { 0: word, index } of sentence.matchAll(WORD)) {
    if (isInThing(sentence, index, things)) continue;
    const before = sentence.slice(0, index);
    const after = sentence.slice(index + word.length);
    const deeds = deedVerbs(word).flatMap((verb) => deedOf({ before, word, verb, after, things, they }) ?? []);
    found.push(...deeds.slice(0, 1));
  }
  return found;
}

/** "White noise machine" and "cutting board" hold no deed. */
function isInThing(sentence: string, index: number, things: readonly NounPhrase[]): boolean {
  return things.some(({ text }) => {
    const at = sentence.indexOf(text);
    return at !== -1 && index >= at && index < at + text.length;
  });
}

interface Place {
  readonly before: string;
  readonly word: string;
  readonly verb: DeedVerb;
  readonly after: string;
  readonly things: readonly NounPhrase[];
  readonly they: string | undefined;
}

function deedOf(place: Place): VisibleDeed | undefined {
  const { before, verb } = place;
  if (verb.form === 'participle' && BE.test(before)) return doneTo(place);
  const object = objectOf(place.after, place.things);
  if (object === undefined) return toThatNamed(place);
  if (verb.form === 'ing' || (verb.isByNobody && PURPOSE.test(before))) return namedDeed(place, object);
  if (verb.form === 'participle') return undefined;
  if (verb.form === 'base' && isTold(before)) return byPerson(place, object);
  const doer = doerOf(place);
  if (doer === undefined) return undefined;
  const said = verb.form === 'base' && !/s$/iu.test(doer) ? '' : `${doer} ${place.word} ${object}`;
  return { picture: `${doer} ${verb.ing} ${object}`, doer: 'thing', said };
}

/** "Hot water is forced through the grounds": what it is done to, and where it goes. */
const BE = /\b(?:is|are|was|were|be|been|gets?|being)(?: (?:then|also|usually|often|carefully|slowly|\p{L}+ly))?\s+$/iu;

function doneTo({ before, verb, after, things, word }: Place): VisibleDeed | undefined {
  const thing = endingThing(
    before.replace(BE, '').replace(/\b(?:can|should|must|will|may|has|have)\s*$/iu, ''),
    things,
  );
  const where = objectOf(after, things);
  const hasPlace = where !== undefined && PLACE.test(after);
  if (thing === undefined || !hasPlace) return undefined;
  return { picture: `${thing} ${verb.participle} ${where}`, doer: undefined, said: `${thing} ${word} ${where}` };
}

/** A deed that is named: "by forcing hot water through the beans", "grinding the beans". */
function namedDeed(place: Place, object: string): VisibleDeed | undefined {
  const { before, verb } = place;
  if (verb.isByNobody) return NAMED_DEED.test(before) || PURPOSE.test(before) ? happening(verb, object) : undefined;
  if (verb.form !== 'ing' || !NAMED_DEED.test(before)) return undefined;
  const doer = beginsWithThem(place) ? place.they : (workerIn(place) ?? 'person');
  return { picture: `${doer} ${verb.ing} ${object}`, doer: doer === 'person' ? 'person' : 'thing', said: '' };
}

/** "Hot water forced through ground coffee beans", with nobody beside it. */
function happening({ participle }: DeedVerb, object: string): VisibleDeed | undefined {
  const [thing = '', ...where] = object.split(WHERE);
  if (where.length === 0) return undefined;
  return { picture: `${thing.trim()} ${participle} ${where.join('').trim()}`, doer: undefined, said: '' };
}

/** Whether the sentence tells what the thing itself does: "They calm down by licking their paws", and not "It is made by grinding". */
function beginsWithThem({ before, they }: Place): boolean {
  if (they === undefined || DONE_BY.test(before)) return false;
  const isPlural = /s$/iu.test(they);
  const opening = before.replace(/^(?:the|a|an|when|while|most|many)\s+/iu, '').toLowerCase();
  return opening.startsWith(isPlural ? 'they ' : 'it ') || opening.startsWith(they.toLowerCase());
}

/** The bacteria of "Bacteria give it flavor by breaking down starches": they do it, and nobody else. */
function workerIn({ before, things }: Place): string | undefined {
  if (!/\bby\s*$/iu.test(before) || DONE_BY.test(before)) return undefined;
  const opening = before.replace(/^(?:the|a|an|these|those|this|most|many)\s+/iu, '');
  const worker = things.find(({ text }) => opening.startsWith(text));
  return worker === undefined ? undefined : inSmall(worker.text, before);
}

const DONE_BY = /\b(?:is|are|was|were|be|been)\s+(?:\p{L}+ly\s+)?\p{L}+\s+by\s*$/iu;
/** "A press to force the water through the grounds". */
const PURPOSE = /\p{L}\s+to\s+$/iu;

/** What may stand before a deed that is named and not told: the beginning, a comma, a colon, "by", "and", "try". */
const NAMED_DEED =
  /(?:^|[,:;–—]|\b(?:by|and|or|of|for|before|after|when|while|start|begin|try|avoid|involves?|includes?|include|requires?|like|not))(?: (?:properly|slowly|carefully|gently|regularly))?\s*$/iu;

function byPerson({ verb, word }: Place, object: string): VisibleDeed {
  return { picture: `person ${verb.ing} ${object}`, doer: 'person', said: `${word} ${object}` };
}

/** An order: at the beginning of a sentence or behind what opens one. */
const ORDERED =
  /^\s*(?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|then|next|now|so|finally|and|also|simply|just|please|always|gently|slowly|carefully)\b[, ]*)*(?:(?:before|after|when|while|if|once|next time|tonight|today|tomorrow)\b[^,]*,\s*(?:try to |simply |gently )?)?(?:to )?$/iu;
/** Whether somebody is told to do what follows: "pour", "you can hang", "give them a treat and play". */
function isTold(before: string): boolean {
  if (ORDERED.test(before) || YOU.test(before)) return true;
  const { opening = '', first = '' } = SECOND_ORDER.exec(before)?.groups ?? {};
  const [verb = ''] = first.split(' ');
  const isOrder = GIVEN_ORDER.test(first) || deedVerbs(verb).some(({ form }) => form === 'base');
  return isOrder && ORDERED.test(opening);
}

/** Orders that show nothing by themselves. */
const GIVEN_ORDER = /^(?:ask|bring|find|get|give|go|keep|leave|let|look|make|take|try|use)\b/iu;

const SECOND_ORDER = /^(?<opening>(?:[^,]*,\s)?)(?<first>[^,]+)\sand(?: then)?\s+$/iu;

/** "Next time you find a cat purring, play with it": the one thing that was named before, or what all is about. */
function toThatNamed(place: Place): VisibleDeed | undefined {
  const { before, verb, after, things, they } = place;
  const { lead } = MEANT.exec(after)?.groups ?? {};
  if (lead === undefined || verb.form !== 'base' || !isTold(before)) return undefined;
  const named = things.filter(({ text }) => before.includes(text));
  const meant = named.length === 0 ? they : named.length === 1 ? named[0]?.text : undefined;
  if (meant === undefined) return undefined;
  const [thing = ''] = inSmall(meant, before).split(HANGING);
  return { ...byPerson(place, `${lead}${thing}`), said: '' };
}

/** "Thick rug beside the window": where it is does not come along. */
const HANGING = /\s(?=(?:of|in|on|at|under|over|behind|beside|near|with|for|from|against)\s)/iu;

const MEANT = /^\s(?<lead>(?:(?:up|down|off|on|with|into|against)\s)?)(?:it|them)\b/iu;

/** "You pour", "you can hang", "let us open". */
const YOU =
  /\b(?:you|people|we|someone|somebody)(?: (?:can|could|should|must|will|may|might|need to|have to|want to|also|then|simply|gently|slowly))*\s+$/iu;

/** Who does it, right before the verb: a thing that can be seen, or what "they" stands for. */
function doerOf({ before, things, they, verb }: Place): string | undefined {
  const bare = before.replace(/(?:\s(?:now|then|also|often|usually|will|can|\p{L}+ly))*\s*$/iu, '');
  const pronoun = /(?:^|[,;:]\s|\b(?:and|but|because|when|so|that|as|which is why|why)\s)(?<pronoun>they|it)$/iu.exec(
    bare,
  )?.groups?.pronoun;
  if (pronoun !== undefined) return they !== undefined && standsFor(pronoun, they, bare, things) ? they : undefined;
  const thing = endingThing(bare, things);
  return thing !== undefined && verb.form === 'base' && !/s$|people$|children$/iu.test(thing) ? undefined : thing;
}

/** "As the water passes through, it heats": what was named before it in its sentence is meant, and not what all is about. */
function standsFor(pronoun: string, they: string, before: string, things: readonly NounPhrase[]): boolean {
  const isPlural = /s$/iu.test(they);
  const isOther = ({ text }: NounPhrase) => before.includes(text) && !sharesStem(text, they, 'en');
  return isPlural === (pronoun.toLowerCase() === 'they') && !things.some(isOther);
}

/** The thing that a text ends in, and nothing but the beginning of a clause before it: the grounds of "in the grounds" do nothing. */
function endingThing(text: string, things: readonly NounPhrase[]): string | undefined {
  const trimmed = text.trimEnd();
  const thing = things
    .filter((one) => trimmed.endsWith(one.text))
    .toSorted((one, other) => other.text.length - one.text.length)[0]?.text;
  if (thing === undefined) return undefined;
  const head = trimmed.slice(0, -thing.length);
  return CLAUSE_BEGINS.test(head) ? inSmall(thing, text) : undefined;
}

const CLAUSE_BEGINS =
  /(?:^|[,;:–—]\s*|\b(?:and|but|because|when|while|as|so|then|once|until|after|before|that|if|where|why|how|next|today)\s+)(?:(?:the|a|an|your|their|its|our|these|those|this|some|many|most|all)\s+)?$/iu;

/** What was done to a thing before: "finely ground coffee beans", "broken toasters". */
const MADE = /^(?:\p{L}+ly\s+)?(?:ground|\p{L}{2,}(?:ed|en))\s+/iu;
const ARTICLE = /^(?:the|your|their|its|his|her|our|my|this|that|these|those|some|any|all|both)\s+/iu;
const PARTICLE =
  /^(?:out|up|down|off|away|back|on|in|into|over|through|onto|under|around|across|along|against|from|to|at|with|together)\s+/iu;
/** What goes somewhere: the words between what is done and where. */
const PLACE = /^\s+(?:out of|through|into|onto|over|under|across|along|against|from|on|in|with)\s/iu;
const WHERE = /(?=\s(?:through|into|onto|over|under|across|along|against)\s)/iu;

/** What a verb is done to, when it stands right behind it, with where it is put: "hot water over coffee". */
function objectOf(after: string, things: readonly NounPhrase[]): string | undefined {
  const first = thingAt(after, things);
  if (first === undefined) return undefined;
  const rest = after.slice(first.end);
  const isPlaced = PLACE.test(rest) && !PLACE.test(` ${first.text} `);
  const second = isPlaced ? thingAt(rest, things) : undefined;
  return second === undefined ? first.text : `${first.text} ${second.text}`;
}

function thingAt(text: string, things: readonly NounPhrase[]): { text: string; end: number } | undefined {
  let rest = text;
  let lead = '';
  if (!/^\s/u.test(rest)) return undefined;
  rest = rest.trimStart();
  for (
    let particle = PARTICLE.exec(rest);
    particle !== null && lead.split(' ').length < 3;
    particle = PARTICLE.exec(rest)
  ) {
    lead += particle[0];
    rest = rest.slice(particle[0].length);
  }
  const article = /^an?\s+/iu.exec(rest)?.[0] ?? '';
  rest = rest.slice(article.length).replace(ARTICLE, '');
  const made = MADE.exec(rest)?.[0] ?? '';
  const isMade = made !== '' && !things.some((one) => rest.startsWith(one.text));
  if (isMade) rest = rest.slice(made.length);
  const bare = rest;
  const thing = things
    .filter((one) => bare.startsWith(one.text) && !/^[\p{L}\p{N}]/u.test(bare.slice(one.text.length)))
    .toSorted((one, other) => other.text.length - one.text.length)[0];
  if (thing === undefined) return undefined;
  return {
    text: `${lead}${article}${isMade ? made : ''}${thing.text}`.replace(/\s+/gu, ' '),
    end: text.length - bare.length + thing.text.length,
  };
}

/** A thing at the head of its sentence, in small letters unless it is a name. */
function inSmall(thing: string, text: string): string {
  const isHead =
    text.trimStart().startsWith(thing) || /(?:^|\s)(?:The|A|An|Your)\s+$/u.test(text.slice(0, text.indexOf(thing)));
  return isHead && !/^\p{Lu}(?:\p{Lu}|\P{L})/u.test(thing) ? thing.charAt(0).toLowerCase() + thing.slice(1) : thing;
}
