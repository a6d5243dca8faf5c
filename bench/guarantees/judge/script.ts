import { AVOIDED, type Brief } from '../briefs.ts';
import { isForeign, isOtherChinese } from './language.ts';
import { judgeSpeech, judgeText } from './texts.ts';
import { violation, type Violation } from './violation.ts';

interface Scene {
  readonly id: string;
  readonly role: string;
  readonly narration: string;
  readonly on_screen_text: string;
  readonly visual: string;
  readonly broll: readonly { readonly query_en: string }[];
  readonly start_seconds: number;
  readonly end_seconds: number;
}

export interface Script {
  readonly title: string;
  readonly logline: string;
  readonly cta: string;
  readonly narration: string;
  readonly scenes: readonly Scene[];
  readonly claims: readonly { readonly source_id: string | null; readonly needs_check: boolean }[];
  readonly duration: {
    readonly target: number;
    readonly estimated: number;
    readonly tolerance: number;
    readonly within_tolerance: boolean;
  };
}

/** Seconds of speech that a letter takes at most and at least, in any script: outside of this an estimate is nonsense. */
const SECONDS_PER_LETTER = {
  alphabetic: { least: 0.045, most: 0.18 },
  // Vowels are signs at the letters and counted as none.
  abugida: { least: 0.06, most: 0.24 },
  ideographic: { least: 0.12, most: 0.4 },
};

export function judgeScript(script: Script, brief: Brief): Violation[] {
  return [
    ...judgeTexts(script, brief),
    ...judgeScenes(script, brief),
    ...judgePromises(script, brief),
    ...judgeTimes(script),
    ...judgeClaims(script, brief),
  ];
}

function judgeTexts({ title, logline, cta, scenes }: Script, { language }: Brief): Violation[] {
  const heads = Object.entries({ title, logline, cta });
  return [
    ...heads.flatMap(([where, text]) => judgeText(where, text, /speakable|text|title|placeholder/)),
    ...heads.flatMap(([where, text]) =>
      isForeign(text, language) === true ? [violation('another language', where, text, /language/)] : [],
    ),
    ...scenes.flatMap(({ on_screen_text: caption, id }) =>
      judgeText(`${id} on_screen_text`, caption, /text|placeholder/),
    ),
  ];
}

function judgeScenes({ scenes }: Script, { language }: Brief): Violation[] {
  const said = new Map<string, string>();
  return scenes.flatMap(({ id, narration, broll }) => {
    const twin = said.get(bare(narration));
    said.set(bare(narration), id);
    return [
      ...judgeSpeech(id, narration, /speakable|placeholder/),
      ...(isForeign(narration, language) === true ? [violation('another language', id, narration, /language/)] : []),
      ...(isOtherChinese(narration, language) ? [violation('the other Chinese', id, narration, /language/)] : []),
      ...(twin === undefined ? [] : [violation('a repeated scene', id, `as ${twin}: ${narration}`, /repetition/)]),
      ...broll.flatMap(({ query_en: query }) =>
        /^[\x20-\x7e]+$/.test(query)
          ? []
          : [violation('search words that are not English', id, query, /query|broll|search/)],
      ),
    ];
  });
}

function judgePromises({ scenes, title, logline, cta, narration }: Script, { body }: Brief): Violation[] {
  const wanted = body.must_include ?? [];
  const texts = [title, logline, cta, narration, ...scenes.flatMap((scene) => [scene.on_screen_text, scene.visual])];
  const isBanned = body.avoid !== undefined && texts.some((text) => bare(text).includes(bare(AVOIDED)));
  return [
    ...wanted
      .filter((phrase) => !bare(narration).includes(bare(phrase)))
      .map((phrase) => violation('a wanted phrase is missing', 'narration', phrase, /must_include/)),
    ...(isBanned ? [violation('a forbidden word', 'script', AVOIDED, /avoid|banned/)] : []),
  ];
}

function judgeTimes({ scenes, duration }: Script): Violation[] {
  const { target, estimated, tolerance, within_tolerance: isWithin } = duration;
  const letters = scenes.reduce((sum, { narration }) => sum + (narration.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
  const isIdeographic = scenes.some(({ narration }) =>
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}]/u.test(narration),
  );
  const isAbugida = scenes.some(({ narration }) => /[\p{Script=Bengali}\p{Script=Devanagari}]/u.test(narration));
  const { least, most } = SECONDS_PER_LETTER[isIdeographic ? 'ideographic' : isAbugida ? 'abugida' : 'alphabetic'];
  const isOff = Math.abs(estimated - target) > target * tolerance + 0.05;
  return [
    ...scenes.flatMap((scene, at) => {
      const before = scenes[at - 1]?.end_seconds ?? 0;
      const isRight = scene.end_seconds > scene.start_seconds && Math.abs(scene.start_seconds - before) < 0.02;
      return isRight
        ? []
        : [violation('times out of order', scene.id, `${scene.start_seconds} to ${scene.end_seconds}`, /never/)];
    }),
    ...(isOff === isWithin
      ? [violation('within_tolerance is wrong', 'duration', JSON.stringify(duration), /never/)]
      : []),
    ...(isOff ? [violation('off its length', 'duration', `${estimated} for ${target}`, /duration/)] : []),
    ...(estimated < letters * least || estimated > letters * most
      ? [violation('an estimate that nobody speaks', 'duration', `${estimated} s for ${letters} letters`, /never/)]
      : []),
  ];
}

function judgeClaims({ claims }: Script, { body }: Brief): Violation[] {
  const known = new Set((body.sources ?? []).map(({ id }) => id));
  return claims.flatMap(({ source_id: id }) =>
    id === null || known.has(id) ? [] : [violation('an invented source', 'claims', id, /source/)],
  );
}

function bare(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
