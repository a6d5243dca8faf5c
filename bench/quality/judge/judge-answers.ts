import type { Brief } from '../briefs/brief.ts';
import { briefs } from '../briefs/briefs.ts';
import type { KeptAnswer, KeptPackage } from '../ask/kept-answer.ts';
import { CALLS, closingSentences, hasCallToAction } from './call-to-action.ts';
import { measureNearness, type Nearness } from './embedding.ts';
import { fragmentsIn } from './fragments.ts';
import { partsInAnotherLanguage } from './language.ts';
import { countedEntries } from './promised-count.ts';
import { misspeltWords } from './spelling.ts';
import { narrationOf, pictureOf } from './texts.ts';

/** A package with the brief that it was written for. */
export interface Written {
  readonly brief: Brief;
  readonly package: KeptPackage;
}

/** Of so many parts, how many are right. */
export interface Share {
  readonly right: number;
  readonly of: number;
}

/** What a judge finds in one package. Shares are of scenes, or of headlines, or of titles. */
export interface Judgement {
  readonly brief: Brief;
  /** Seconds spoken over seconds asked for. */
  readonly length: number;
  readonly onTopic: Share;
  readonly pictures: Share;
  readonly headlines: Share;
  readonly titles: Share;
  /** 1 less the nearness of the two scenes that are most alike. */
  readonly novelty: number;
  /** `undefined` where the language has no dictionary here. */
  readonly misspelt: readonly string[] | undefined;
  readonly callsToAction: boolean;
  readonly counted: number | undefined;
  readonly fragments: readonly string[];
  readonly foreignParts: readonly string[];
  /** Ids of scenes whose picture does not fit, and of those off the topic. */
  readonly misfits: { readonly pictures: readonly string[]; readonly topic: readonly string[] };
}

/** Judges packages beside each other: what is near to its own brief is measured against all briefs of its language. */
export function judgeAll(answers: readonly KeptAnswer[], further: readonly Written[] = []): Judgement[] {
  const written = [...writtenIn(answers), ...further];
  const near = measureNearness([...CALLS, ...briefs.map(expected), ...written.flatMap(textsOf)]);
  return written.map((one) => judge(one, written, near));
}

export function writtenIn(answers: readonly KeptAnswer[]): Written[] {
  return answers.flatMap((answer) => {
    const brief = briefs.find(({ id }) => id === answer.brief);
    return brief === undefined || answer.package === undefined ? [] : [{ brief, package: answer.package }];
  });
}

function textsOf({ brief, package: made }: Written): string[] {
  return [
    expected(brief),
    ...made.headlines,
    ...made.titles,
    ...made.scenes.flatMap((scene) => [scene.narration, pictureOf(scene)]),
    ...closingSentences(made, brief.language),
  ];
}

function judge(one: Written, all: readonly Written[], near: Nearness): Judgement {
  const { brief, package: made } = one;
  const topic = topicJudge(brief, near);
  const offTopic = made.scenes.filter(({ narration }) => !topic(narration)).map(({ id }) => id);
  const misfits = misfitPictures(one, all, near);
  return {
    brief,
    length: made.estimatedSeconds / brief.duration,
    onTopic: { right: made.scenes.length - offTopic.length, of: made.scenes.length },
    pictures: { right: made.scenes.length - misfits.length, of: made.scenes.length },
    headlines: shareOf(made.headlines, topic),
    titles: shareOf(made.titles, topic),
    novelty:
      1 -
      mostAlike(
        made.scenes.map(({ narration }) => narration),
        near,
      ),
    misspelt: misspeltWords(narrationOf(made), brief.language, knownTexts(brief)),
    callsToAction: hasCallToAction(made, brief.language, near),
    counted: countedEntries(brief, made),
    fragments: fragmentsIn(made),
    foreignParts: partsInAnotherLanguage(made, brief.language),
    misfits: { pictures: misfits, topic: offTopic },
  };
}

/**
 * What the embedding gives two topics that a sentence has nothing to do with, by chance: with it 9 of 10 scenes written
 * by hand are on their topic, without it 8. What the same margin forgives in texts under a wrong brief stands in each
 * report.
 */
const MARGIN = 0.05;

/** On topic is what is nearer to its own brief than to every other brief of its language. */
function topicJudge(brief: Brief, near: Nearness): (text: string) => boolean {
  const others = briefs.filter(({ id, language }) => language === brief.language && id !== brief.id);
  return (text) => others.every((other) => near(text, expected(brief)) > near(text, expected(other)) - MARGIN);
}

function expected({ prompt, about }: Brief): string {
  return `${prompt}. ${about}`;
}

/** A picture fits that is nearer to its scene's words than to those of the other briefs' scenes in its language. */
function misfitPictures({ brief, package: made }: Written, all: readonly Written[], near: Nearness): string[] {
  const others = all
    .filter((other) => other.brief.language === brief.language && other.brief.id !== brief.id)
    .flatMap((other) => other.package.scenes);
  const fits = (scene: KeptPackage['scenes'][number]): boolean => {
    const picture = pictureOf(scene);
    const own = near(picture, scene.narration);
    return picture !== '' && others.every(({ narration }) => own > near(picture, narration));
  };
  return made.scenes.filter((scene) => !fits(scene)).map(({ id }) => id);
}

function shareOf(texts: readonly string[], isRight: (text: string) => boolean): Share {
  return { right: texts.filter(isRight).length, of: texts.length };
}

function mostAlike(texts: readonly string[], near: Nearness): number {
  return Math.max(0, ...texts.flatMap((text, at) => texts.slice(0, at).map((other) => near(text, other))));
}

function knownTexts({ prompt, sources = [] }: Brief): string[] {
  return [prompt, ...sources.flatMap(({ title, text }) => [title, text])];
}
