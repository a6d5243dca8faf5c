import { wantedAndAvoided, type Contradiction, type Wish } from '../input/contradiction.ts';
import { voiceFor, speakingSeconds, type VoiceRequest } from '../speech/voice.ts';
import { speechFlaws } from '../text/speakable.ts';
import { bannedTerms, type Banning } from './banned-terms.ts';
import { DURATION_TOLERANCE } from './tolerance.ts';

/** What of a request may contradict itself. */
interface Wishes extends Banning {
  readonly must_include: readonly string[];
  readonly keywords: readonly string[];
  readonly cta?: string | undefined;
  readonly language: string;
  /** In seconds. */
  readonly duration: number;
  readonly pace: VoiceRequest['pace'];
  readonly calibration?: VoiceRequest['calibration'];
  readonly sources: readonly { readonly id: string }[];
  readonly scenes?: number | undefined;
  readonly outline?: readonly string[] | undefined;
}

/** Everything in which a request contradicts itself. */
export function contradictionsIn(input: Wishes): Contradiction[] {
  return [
    ...wantedAndAvoided(spokenAsWritten(input), bannedTerms(input), input.language),
    ...unspeakableWishes(input),
    ...tooMuchToSay(input),
    ...doubleSources(input),
    ...sceneCounts(input),
    ...rates(input),
  ];
}

function spokenAsWritten({ must_include: phrases, keywords, cta }: Wishes): Wish[] {
  return [
    ...phrases.map((phrase, index) => ({ phrase, path: ['must_include', index] })),
    ...keywords.map((phrase, index) => ({ phrase, path: ['keywords', index] })),
    ...(cta === undefined ? [] : [{ phrase: cta, path: ['cta'] }]),
  ];
}

/** A phrase that code would have to take out of the narration again. */
function unspeakableWishes({ must_include: phrases, language }: Wishes): Contradiction[] {
  return phrases.flatMap((phrase, index) => {
    const [flaw] = speechFlaws(phrase, language);
    if (flaw === undefined && /[\p{L}\p{N}]/u.test(phrase)) return [];
    const found = flaw === undefined ? 'it has no letter' : `${flaw.name.replaceAll('_', ' ')} "${flaw.excerpt}"`;
    const message = `cannot be spoken as written: ${found}`;
    return [{ path: ['must_include', index], message, allowed: 'words as a voice says them' }];
  });
}

/** Phrases that take longer to say than the whole script may last. Digits and signs are left out: their words are not loaded yet. */
function tooMuchToSay({ must_include: phrases, language, pace, calibration, duration }: Wishes): Contradiction[] {
  const apart = phrases.filter((phrase) => !phrases.some((other) => other !== phrase && other.includes(phrase)));
  const voice = voiceFor({ language, pace, calibration });
  const seconds = apart.reduce(
    (sum, phrase) => sum + speakingSeconds(phrase.replace(/[\p{N}\p{Sc}%％٪&]/gu, ''), voice),
    0,
  );
  if (seconds <= duration * (1 + DURATION_TOLERANCE)) return [];
  const message = `takes at least ${Math.round(seconds)} s to speak; the script may last ${duration} s`;
  return [{ path: ['must_include'], message, allowed: 'shorter phrases, or a longer duration' }];
}

/** A claim names its source by the id, so two sources cannot share one. */
function doubleSources({ sources }: Wishes): Contradiction[] {
  const ids = sources.map(({ id }) => id.normalize('NFC'));
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [{ path: ['sources', index, 'id'], message: `repeats the id "${id}"`, allowed: 'an id of its own' }],
  );
}

/** Three words and the pause after them, at normal pace: less is no scene. */
const SHORTEST_SCENE_SECONDS = 1.5;

function sceneCounts({ scenes, outline, duration }: Wishes): Contradiction[] {
  const most = Math.floor(duration / SHORTEST_SCENE_SECONDS);
  const points = outline?.length ?? 0;
  const tooMany = (count: number) => ({
    message: `${count} scenes do not fit into ${duration} s`,
    allowed: `at most ${most} in ${duration} s`,
  });
  return [
    ...(scenes !== undefined && scenes > most ? [{ path: ['scenes'], ...tooMany(scenes) }] : []),
    ...(points > most ? [{ path: ['outline'], ...tooMany(points) }] : []),
    ...(scenes !== undefined && points > scenes
      ? [
          {
            path: ['outline'],
            message: `has ${points} points for ${scenes} scenes`,
            allowed: `at most ${scenes} points, or more scenes`,
          },
        ]
      : []),
  ];
}

/** Nobody speaks more slowly or faster than this many words or characters a minute. */
const RATES = { slowest: 20, fastest: 1200 } as const;

function rates({ pace, calibration }: Wishes): Contradiction[] {
  if (calibration === undefined) return [];
  const perMinute = (calibration.units / calibration.seconds) * 60;
  const isSpeech = perMinute >= RATES.slowest && perMinute <= RATES.fastest;
  return [
    ...(isSpeech
      ? []
      : [
          {
            path: ['calibration'],
            message: `means ${Math.round(perMinute)} units a minute, which is no speech`,
            allowed: `${RATES.slowest} to ${RATES.fastest} units a minute`,
          },
        ]),
    ...(pace === 'normal'
      ? []
      : [
          {
            path: ['pace'],
            message: 'and calibration both say how fast the voice is',
            allowed: 'one of the two, pace or calibration',
          },
        ]),
  ];
}
