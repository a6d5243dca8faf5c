import { insideSentence } from '../../../text/phrases/inside-sentence.ts';
import { nounPhrases, topicPhrases, type NounPhrase } from '../../../text/phrases/noun-phrases.ts';
import { isPlace, placeIn, placeOfThing } from '../../../text/phrases/places.ts';
import { splitSentences } from '../../../text/sentences.ts';
import { contentStems, sharesStem } from '../../../text/substance.ts';
import { visibleDeeds } from '../../../text/visible-deeds/visible-deeds.ts';
import { visibleStates } from '../../../text/phrases/visible-states.ts';
import { words } from '../../../text/words.ts';
import type { DraftScene } from '../../draft.ts';
import { isExplanation } from '../../telling/neighbours.ts';
import type { ScriptInput } from '../../schema.ts';
import { isSameShot, sayFraming, sayFramingAgain } from '../../shots.ts';
import { subjectOf } from '../../stand-ins.ts';
import { topicsDeedSeen } from '../../telling/topics-deed.ts';
import { commentingIn, handlingIn, meetingIn } from './people-shown.ts';
import { shotScene } from './shot-scene.ts';

/**
 * English scenes with pictures and screen text from their own words: what is done, "workers replacing 1,200 rivets", else
 * noun phrases, whole, none twice; of an entry of a list, its name. Each scene is pictured by what stands before it alone, so that one that was told stays as it was.
 */
export function picturedInWords(scenes: readonly DraftScene[], input: ScriptInput): DraftScene[] {
  const pictured: DraftScene[] = [];
  for (const [index, scene] of scenes.entries()) pictured.push(pictureOf(scene, index, pictured, input));
  return pictured;
}

/** One scene pictured otherwise than it is and than the others are. */
export function picturedAnew(scenes: readonly DraftScene[], index: number, input: ScriptInput): DraftScene[] {
  const scene = scenes[index];
  return scene === undefined ? [...scenes] : scenes.with(index, pictureOf(scene, index, [...scenes], input));
}

function pictureOf(scene: DraftScene, index: number, others: readonly DraftScene[], input: ScriptInput): DraftScene {
  const named = nounPhrases(scene.on_screen_text);
  const said = [...named, ...ranked(nounPhrases(scene.narration), input)];
  const isSeen = ({ isVisible }: NounPhrase) => isVisible;
  const about = topicPhrases(subjectOf(input));
  // A video opens with what it is about.
  const all = others.length === 0 && named.length === 0 ? [...about.filter(isSeen), ...said] : [...said, ...about];
  const { shot, shown } =
    deedOf(scene, others, input) ??
    drawingOf(scene, said, others, input) ??
    thingOf(all, { scene, index, others }, input);
  const telling = said.filter((phrase) => phrase.isVisible || isTelling(phrase, input));
  const caption = named.length > 0 ? scene.on_screen_text : captionOf(telling, shown, others);
  return shotScene(scene, { shot, caption, index }, input);
}

interface Picture {
  readonly shot: string;
  /** The thing that it shows, where it is one thing. */
  readonly shown?: NounPhrase | undefined;
}

/** What is done in a scene, or what somebody looks like, as no other scene shows it: of an entry of a list what its name says, where that can be seen. */
function deedOf(scene: DraftScene, others: readonly DraftScene[], input: ScriptInput): Picture | undefined {
  const { narration, on_screen_text: name } = scene;
  const isNamed = nounPhrases(name).some(({ isVisible }) => isVisible);
  const text = isNamed ? name : narration;
  const they = doerIn(input);
  const pictures = [
    ...visibleDeeds(text, they).map(({ picture }) => picture),
    ...splitSentences(text)
      .flatMap(handlingIn)
      .map((picture) => inPlace(picture, scene, input)),
    ...commentingIn(narration, besideTopic(input)),
    ...meetingIn(narration),
    ...visibleStates(text, they),
  ];
  const free = pictures.find((picture) => others.every(({ visual }) => !isSameShot(visual, picture)));
  return free === undefined ? undefined : { shot: upperFirst(free) };
}

/** "In a small apartment", "next to solar panels": where somebody is who speaks of the video. */
function besideTopic(input: ScriptInput): string {
  const thing = topicPhrases(subjectOf(input)).find(({ isVisible }) => isVisible);
  if (thing === undefined) return '';
  const text = insideSentence(thing.text, subjectOf(input));
  return placeOfThing(text) ?? `next to ${text}`;
}

/** How something works is drawn where nothing of it can be photographed: "Diagram of two waves". */
function drawingOf(
  { role }: DraftScene,
  said: readonly NounPhrase[],
  others: readonly DraftScene[],
  input: ScriptInput,
): Picture | undefined {
  const subject = subjectOf(input);
  const isWorking = isExplanation(input) && /^how\b.*\bworks?[.?!]?$/iu.test(subject);
  if (!isWorking || role === 'cta' || others.length === 0 || said.some(({ isVisible }) => isVisible)) return undefined;
  const drawn = said.find(
    ({ text }) => words(text).length > 1 && others.every(({ visual }) => !isSameShot(visual, `${DRAWING} ${text}`)),
  );
  return drawn === undefined ? undefined : { shot: upperFirst(`${DRAWING} ${insideSentence(drawn.text)}`) };
}

const DRAWING = 'diagram of';

/** What "they" are in an explanation: the cats of "Why cats purr". */
function doerIn(input: ScriptInput): string | undefined {
  const [doer] = isExplanation(input) ? topicPhrases(subjectOf(input)) : [];
  return doer?.isVisible === true ? insideSentence(doer.text, subjectOf(input)) : undefined;
}

interface ScenePlace {
  readonly scene: DraftScene;
  readonly index: number;
  readonly others: readonly DraftScene[];
}

/** The first thing that no other scene shows, else one of them framed otherwise; each where its scene says that it is. */
function thingOf(all: readonly NounPhrase[], { scene, index, others }: ScenePlace, input: ScriptInput): Picture {
  const isFree = ({ text }: NounPhrase) => others.every(({ visual }) => !isSameShot(visual, text));
  const seen = all.filter(({ isVisible }) => isVisible);
  // What is spoken of and cannot be seen is pictured by what the video is about, framed otherwise each time.
  const fresh = seen.find(isFree) ?? (seen.length === 0 ? all.find(isFree) : undefined);
  const shown = fresh ?? seen[0] ?? all[0];
  const thing = inPlace(insideSentence(seenAs(shown, input), subjectOf(input)), scene, input);
  const visuals = others.map(({ visual }) => visual);
  const isShown = fresh === undefined || visuals.some((visual) => isSameShot(visual, thing));
  return { shot: isShown ? sayFramingAgain(thing, visuals) : sayFraming(index, thing), shown };
}

const IS_PLACED = /\s(?:in|on|at|over|under|through|into|onto|beside|near|behind|against|of)\s/iu;

/** A thing where its scene, or else the topic, says that it is: "rug on the floor", "fan in a small apartment". */
function inPlace(thing: string, { narration }: DraftScene, input: ScriptInput): string {
  if (IS_PLACED.test(thing) || isPlace(thing)) return thing;
  const subject = subjectOf(input);
  const about = topicPhrases(subject).flatMap(({ text }) => placeOfThing(text) ?? []);
  // "Solar panels at home" says of nothing but them that it is there.
  const ofTopic = sharesStem(thing, subject, input.language) ? [placeIn(subject) ?? []].flat() : [];
  const [place] = [placeIn(narration) ?? [], ofTopic, about].flat();
  return place === undefined || sharesStem(place, thing, input.language) ? thing : `${thing} ${place}`;
}

/** What an explanation is about is seen doing what is explained: "cats purring" of "Why cats purr". */
function seenAs(shown: NounPhrase | undefined, input: ScriptInput): string {
  const text = shown?.text ?? subjectOf(input);
  const deed = isExplanation(input) ? topicsDeedSeen(subjectOf(input)) : undefined;
  return deed?.startsWith(`${text} `) === true ? deed : text;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** For a scene whose screen text is not given: another phrase than the picture shows, else the same; none that stood on the screen before. */
function captionOf(said: readonly NounPhrase[], shown: NounPhrase | undefined, others: readonly DraftScene[]): string {
  const used = new Set(others.map(({ on_screen_text: text }) => text.toLowerCase()));
  const free = said.filter(({ text }) => words(text).length > 1 && !used.has(text.toLowerCase()));
  const numbered = free.find(({ text }) => /\p{N}/u.test(text));
  const chosen = numbered ?? free.find((phrase) => phrase !== shown) ?? free[0];
  return upperFirst(chosen?.text ?? '');
}

/** Whether a phrase says something on a screen though it cannot be seen: a figure, a word of the topic. "Soft feeling" says nothing. */
function isTelling({ text }: NounPhrase, input: ScriptInput): boolean {
  return /\p{N}/u.test(text) || sharesStem(text, subjectOf(input), input.language);
}

/** More words say no more of what is seen. */
const ENOUGH_WORDS = 4;

/** The noun with what stands before it: "ground coffee" of "ground coffee in a basket". */
function beforeHanging(text: string): string {
  return text.replace(/\s(?:of|in|on|at|under|over|behind|beside|near|with|for|from|against)\s.*$/iu, '');
}

/** What a scene names first it speaks of; what comes last is what that is good for: "a pleasant atmosphere". */
const FIRST_NAMED = 2;

/** What is seen most surely first: early phrases, of several words, those of the topic, those that come again. */
function ranked(phrases: readonly NounPhrase[], input: ScriptInput): NounPhrase[] {
  const topic = contentStems(subjectOf(input), 'en');
  const weight = (phrase: NounPhrase) => {
    const { text, root } = phrase;
    const early = FIRST_NAMED * (1 - phrases.indexOf(phrase) / phrases.length);
    const isOfTopic = !contentStems(text, 'en').isDisjointFrom(topic);
    const again = phrases.filter((other) => other.root === root).length - 1;
    return (
      Math.min(ENOUGH_WORDS, words(beforeHanging(text)).length) + (isOfTopic ? 1.5 : 0) + Math.min(1, again) / 2 + early
    );
  };
  return phrases.toSorted((one, other) => weight(other) - weight(one));
}
