import type { Finding } from '@showrunner/recipes/in-browser';
import { remark } from '../format.ts';
import { inOneLine } from '../plain-text.ts';
import { estimatedSeconds, type Scene, type TimedScript } from '../source.ts';
import { divide, LONGEST_CUE, SHORTEST_CUE, type CueText } from './divide.ts';

/** What is shown from `start` up to `end`, in whole milliseconds. */
export interface Cue extends CueText {
  readonly start: number;
  readonly end: number;
  readonly sceneId: string;
}

/** More cannot be read (Netflix Timed Text Style Guide, English: 20 characters a second for adults). */
const READING_SPEED = 20;

/** Consecutive scenes whose cues share one stretch of time. */
interface Stretch {
  readonly scenes: readonly { readonly id: string; readonly text: string }[];
  readonly start: number;
  readonly end: number;
}

/**
 * A script's narration as subtitles: in time order, without overlap, inside the script's time. A cue's share of its
 * scene's time is its share of the scene's words.
 */
export function cuesOf(script: TimedScript): Cue[] {
  const scenes = withTimes(script);
  const stretches = stretchesOf(scenes);
  const lastEnd = Math.max(0, ...scenes.map(({ end }) => end));
  return stretches.flatMap((stretch, index) =>
    stretchCues(stretch, stretches[index + 1]?.start ?? lastEnd, script.language),
  );
}

/** What cannot be read in its time. */
export function cueFindings(cues: readonly Cue[]): Finding[] {
  return cues.flatMap((cue, index) => {
    const seconds = (cue.end - cue.start) / 1000;
    const speed = cue.characters / seconds;
    const place = { path: `cues[${index}]`, sceneId: cue.sceneId };
    return [
      ...(seconds * 1000 < SHORTEST_CUE ? [tooShort(seconds, place)] : []),
      ...(speed > READING_SPEED ? [tooFast(speed, place)] : []),
    ];
  });
}

type CuePlace = Required<Pick<Finding, 'path' | 'sceneId'>>;

function tooShort(seconds: number, place: CuePlace): Finding {
  const limit = SHORTEST_CUE / 1000;
  const message = `A cue is shown for ${seconds} s; viewers need ${limit} s to notice one.`;
  return remark('cue_duration', { value: seconds, limit, unit: 's', message, ...place });
}

function tooFast(speed: number, place: CuePlace): Finding {
  const value = Math.ceil(speed * 10) / 10;
  const message = `A cue has ${value} characters a second; more than ${READING_SPEED} cannot be read.`;
  return remark('cue_reading_speed', { value, limit: READING_SPEED, unit: 'characters/s', message, ...place });
}

/** The least time that shows anything of a text; a scene that has less has no time of its own. */
const LEAST_MILLISECONDS_A_CHARACTER = 1;

type SpokenScene = Pick<Scene, 'id' | 'narration' | 'start' | 'end'>;

/** The scenes as they are; where all of them together have no time, with the time that they take to speak. */
function withTimes({ scenes, language }: TimedScript): readonly SpokenScene[] {
  const characters = scenes.reduce((sum, { narration }) => sum + narration.length, 0);
  const time = scenes.reduce((sum, { start, end }) => sum + end - start, 0);
  if (time >= characters * LEAST_MILLISECONDS_A_CHARACTER) return scenes;
  let now = scenes[0]?.start ?? 0;
  return scenes.map(({ id, narration }) => {
    const start = now;
    const spoken = Math.round(estimatedSeconds(narration, language) * 1000);
    now += Math.max(spoken, narration.length * LEAST_MILLISECONDS_A_CHARACTER);
    return { id, narration, start, end: now };
  });
}

/** A stretch by the places of its scenes, so that joining two costs the same however many they have. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly characters: number;
  readonly start: number;
  readonly end: number;
}

/** Scenes with words; one that has no time of its own shares that of the ones before it, the first that of the next. */
function stretchesOf(scenes: readonly SpokenScene[]): Stretch[] {
  const spoken = scenes.map(({ id, narration }) => ({ id, text: inOneLine(narration) }));
  const spans: Span[] = [];
  for (const [index, { start, end }] of scenes.entries()) {
    spans.push({ from: index, to: index + 1, characters: spoken[index]?.text.length ?? 0, start, end });
    for (;;) {
      const [one, next] = spans.slice(-2);
      if (one === undefined || next === undefined || (hasTime(one) && hasTime(next))) break;
      spans.splice(-2, 2, joined(one, next));
    }
  }
  return spans
    .map(({ from, to, start, end }) => ({
      scenes: spoken.slice(from, to).filter(({ text }) => text !== ''),
      start,
      end,
    }))
    .filter((stretch) => stretch.scenes.length > 0);
}

function hasTime({ characters, start, end }: Span): boolean {
  return end - start >= characters * LEAST_MILLISECONDS_A_CHARACTER;
}

function joined(one: Span, next: Span): Span {
  const characters = one.characters + next.characters;
  return { from: one.from, to: next.to, characters, start: one.start, end: Math.max(one.end, next.end) };
}

/** @param limit how long the last cue may stay, where it needs it */
function stretchCues({ scenes, start, end }: Stretch, limit: number, language: string): Cue[] {
  const characters = scenes.reduce((sum, { text }) => sum + text.length, 0);
  const texts = scenes.flatMap(({ id, text }) =>
    divide(text, language, ((end - start) * text.length) / characters).map((cue) => ({ ...cue, sceneId: id })),
  );
  const weights = texts.map((cue) => cue.characters);
  const shares = sharesOf(weights, end - start);
  let now = start;
  return texts.map((cue, index) => {
    const from = now;
    now += shares[index] ?? 0;
    const isLast = index === texts.length - 1;
    return { ...cue, start: from, end: Math.min(from + LONGEST_CUE, isLast ? lingering(cue, from, now, limit) : now) };
  });
}

/** The last cue of a stretch stays into the silence after it for as long as it takes to read. */
function lingering({ characters }: CueText, start: number, end: number, limit: number): number {
  const needed = Math.max(SHORTEST_CUE, Math.ceil((characters * 1000) / READING_SPEED));
  return Math.max(end, Math.min(start + needed, limit));
}

/** Whole parts of `total` in proportion to the weights, none below a second, or below what all can have. */
function sharesOf(weights: readonly number[], total: number): number[] {
  const least = Math.min(SHORTEST_CUE, Math.floor(total / weights.length));
  const lightestFirst = [...weights.keys()].toSorted((one, other) => (weights[one] ?? 0) - (weights[other] ?? 0));
  const raised = new Set<number>();
  let open = weights.reduce((sum, weight) => sum + weight, 0);
  let left = total;
  for (const index of lightestFirst) {
    const weight = weights[index] ?? 0;
    if (!((weight / open) * left < least)) break;
    // It gets more than its part, so that less is left for the others, which are heavier.
    raised.add(index);
    open -= weight;
    left -= least;
  }
  return wholeParts(weights.map((weight, index) => (raised.has(index) ? least : (weight / open) * left)));
}

/** Rounds at the borders between parts, so that the whole stays the whole. */
function wholeParts(parts: readonly number[]): number[] {
  let exact = 0;
  let border = 0;
  return parts.map((part) => {
    const from = border;
    exact += part;
    border = Math.round(exact);
    return border - from;
  });
}
