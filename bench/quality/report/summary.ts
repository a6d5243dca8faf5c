import type { KeptAnswer } from '../ask/kept-answer.ts';
import type { Judgement, Share } from '../judge/judge-answers.ts';

/** A figure over several briefs, with how many it was taken from. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly n: number;
}

const LENGTH_TOLERANCE = 0.1;
/** 16.5 of 15 seconds are 10 % more, and a little more in floating point. */
const ROUNDING = 1e-9;
/** The two scripts that were written by hand are at 0.63 and more. */
const LEAST_NOVELTY = 0.3;

/** What a run came to, figure by figure. */
export function summarise(answers: readonly KeptAnswer[], judged: readonly Judgement[]): Figure[] {
  const made = answers.filter(({ status }) => status === 'answered');
  return [
    share('answered', answers, ({ status }) => status === 'answered'),
    share('length within 10 %', judged, ({ length }) => Math.abs(length - 1) <= LENGTH_TOLERANCE + ROUNDING),
    share('briefs with every scene on topic', judged, ({ onTopic }) => isWhole(onTopic)),
    pooled('scenes on topic', judged, ({ onTopic }) => onTopic),
    pooled('pictures that fit their words', judged, ({ pictures }) => pictures),
    pooled('headlines on topic', judged, ({ headlines }) => headlines),
    pooled('titles on topic', judged, ({ titles }) => titles),
    share('no two scenes alike', judged, ({ novelty }) => novelty >= LEAST_NOVELTY),
    share(
      'no misspelt word',
      judged.filter(({ misspelt }) => misspelt !== undefined),
      ({ misspelt }) => misspelt?.length === 0,
    ),
    share('call to action', judged, ({ callsToAction }) => callsToAction),
    share(
      'promised count kept',
      judged.filter(({ counted }) => counted !== undefined),
      ({ counted, brief }) => counted === brief.count,
    ),
    share('no fragment', judged, ({ fragments }) => fragments.length === 0),
    share('all in its language', judged, ({ foreignParts }) => foreignParts.length === 0),
    median(
      'first scene, s',
      made.flatMap(({ cost }) => (cost.firstSceneMs === undefined ? [] : [cost.firstSceneMs / 1000])),
    ),
    median(
      'script, s',
      made.map(({ cost }) => (cost.partMs.script ?? cost.totalMs) / 1000),
    ),
    median(
      'in all, s',
      made.map(({ cost }) => cost.totalMs / 1000),
    ),
    median(
      'tokens written',
      made.map(({ cost }) => cost.tokens?.output ?? 0),
    ),
    median(
      'repairs',
      made.map(({ cost }) => cost.repairs ?? 0),
    ),
    median(
      'load of the machine',
      answers.map(({ load }) => load),
    ),
  ];
}

export function isWhole({ right, of }: Share): boolean {
  return of > 0 && right === of;
}

function share<Item>(name: string, items: readonly Item[], isRight: (item: Item) => boolean): Figure {
  return { name, value: percent(items.filter(isRight).length, items.length), n: items.length };
}

function pooled(name: string, judged: readonly Judgement[], shareOf: (one: Judgement) => Share): Figure {
  const right = judged.reduce((sum, one) => sum + shareOf(one).right, 0);
  const of = judged.reduce((sum, one) => sum + shareOf(one).of, 0);
  return { name, value: percent(right, of), n: of };
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`;
}

function median(name: string, values: readonly number[]): Figure {
  const middle = values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
  return { name: `${name} (median)`, value: middle === undefined ? '–' : middle.toFixed(1), n: values.length };
}
