import { matchLanguage } from '../language/match.ts';
import { foreignWord } from '../language/scripts.ts';
import type { Finding } from '../port/finding.ts';
import type { Circumstances } from '../port/operation.ts';
import type { Voice } from '../speech/voice.ts';
import { jaccard, phraseOverlap, wordSetOf } from '../text/similarity.ts';
import { speechFlaws } from '../text/speakable.ts';
import { findTerms, textsIn } from '../text/terms.ts';
import { checkPictures } from './check-pictures.ts';
import { bannedTerms, voiceOf, type ScriptDraft } from './draft.ts';
import { orPassed } from './or-passed.ts';
import { slotsFor } from './plan.ts';
import type { ScriptInput } from './schema.ts';
import { DURATION_TOLERANCE, isWithinTolerance, sceneSeconds, scriptSeconds, tenth } from './timing.ts';

/** Two scenes that share this much of their phrases say the same. */
const SAME_SCENE = 0.5;
/** Phrases are only compared where words are this alike: scenes that share half their phrases share more words. */
const ALIKE = 0.35;
/** Two scripts on one subject share phrases; more than this is one script twice. */
const SAME_SCRIPT = 0.4;

/** Every guarantee of a script as a finding with its figure. */
export function checkScript(draft: ScriptDraft, input: ScriptInput, context: Circumstances): Finding[] {
  const voice = voiceOf(input);
  return [
    ...checkDuration(draft, input, voice),
    ...checkSpeakable(draft, input),
    ...checkRepetition(draft),
    checkLanguage(draft, input),
    ...checkMustInclude(draft, input),
    ...checkAvoided(draft, input),
    ...checkSources(draft, input),
    ...checkPictures(draft),
    ...checkSceneCount(draft, input),
    ...checkVariant(draft, context),
  ];
}

/** The whole within the tolerance; where it is not, the scenes that carry the miss, each with its slot. */
function checkDuration(draft: ScriptDraft, input: ScriptInput, voice: Voice): Finding[] {
  const seconds = scriptSeconds(draft.scenes, voice);
  const ok = isWithinTolerance(seconds, input.duration);
  const total: Finding = {
    name: 'duration',
    ok,
    value: tenth(seconds),
    limit: input.duration,
    unit: 'seconds',
    message: `The narration takes ${tenth(seconds)} s to speak; ${input.duration} s ± ${DURATION_TOLERANCE * 100} % are asked for.`,
    severity: 'target',
  };
  return ok ? [total] : [total, ...offTargetScenes(draft, input, voice, Math.sign(seconds - input.duration))];
}

function offTargetScenes(draft: ScriptDraft, input: ScriptInput, voice: Voice, direction: number): Finding[] {
  const slots = slotsFor(
    draft.scenes.map(({ role }) => role),
    input.duration,
    voice,
  );
  return draft.scenes.flatMap((scene, index): Finding[] => {
    const slot = slots[index];
    const seconds = sceneSeconds(scene, voice);
    if (slot === undefined || (seconds - slot.seconds) * direction <= slot.seconds * DURATION_TOLERANCE) return [];
    return [
      {
        name: 'scene_duration',
        ok: false,
        value: tenth(seconds),
        limit: tenth(slot.seconds),
        unit: 'seconds',
        sceneId: scene.id,
        path: `scenes[${index}].narration`,
        message: `This scene takes ${tenth(seconds)} s; its share of the video is ${tenth(slot.seconds)} s, about ${slot.units} ${voice.unit}.`,
        severity: 'report',
      },
    ];
  });
}

/** Everything in a narration that a voice cannot say. */
export function unspeakable(narration: string, input: ScriptInput): { name: string; excerpt: string }[] {
  return [...speechFlaws(narration), ...foreignFlaw(narration, input)];
}

function checkSpeakable(draft: ScriptDraft, input: ScriptInput): Finding[] {
  const failed = draft.scenes.flatMap(({ id, narration }, index): Finding[] => {
    const flaws = unspeakable(narration, input);
    const [first] = flaws;
    if (first === undefined && /[\p{L}\p{N}]/u.test(narration)) return [];
    const found = first === undefined ? 'nothing to say' : `${first.name.replaceAll('_', ' ')} "${first.excerpt}"`;
    return [
      {
        name: 'narration_speakable',
        ok: false,
        value: Math.max(1, flaws.length),
        limit: 0,
        unit: 'flaws',
        sceneId: id,
        path: `scenes[${index}].narration`,
        message: `A voice cannot speak this as written: ${found}. Only spoken words may stand there.`,
        severity: 'must',
      },
    ];
  });
  return orPassed(failed, 'narration_speakable', 'flaws', 'Every narration can be spoken as written.');
}

/** A word in letters that the voice's language does not have, unless the caller wants it said. */
function foreignFlaw(
  narration: string,
  { language, must_include: wanted }: ScriptInput,
): { name: string; excerpt: string }[] {
  const word = foreignWord(narration, language);
  return word === undefined || wanted.some((phrase) => phrase.includes(word))
    ? []
    : [{ name: 'foreign_word', excerpt: word }];
}

function checkRepetition(draft: ScriptDraft): Finding[] {
  const vocabularies = draft.scenes.map(({ narration }) => wordSetOf(narration));
  const failed = draft.scenes.flatMap(({ id, narration }, index): Finding[] => {
    const own = vocabularies[index] ?? new Set();
    const alike = draft.scenes.slice(0, index).filter((_, at) => jaccard(vocabularies[at] ?? own, own) > ALIKE);
    const overlap = Math.max(0, ...alike.map((earlier) => phraseOverlap(earlier.narration, narration)));
    if (overlap <= SAME_SCENE) return [];
    return [
      {
        name: 'repetition',
        ok: false,
        value: Math.round(overlap * 100) / 100,
        limit: SAME_SCENE,
        unit: 'phrase_overlap',
        sceneId: id,
        path: `scenes[${index}].narration`,
        message: 'This scene repeats an earlier one; it has to say something new.',
        severity: 'must',
      },
    ];
  });
  return orPassed(failed, 'repetition', 'scenes', 'No scene repeats another.');
}

function checkLanguage(draft: ScriptDraft, input: ScriptInput): Finding {
  const match = matchLanguage(narrationOf(draft), input.language);
  const seen =
    match.verdict === 'unsure' ? 'cannot be told from so short a text, or is not one we can tell' : `is ${match.found}`;
  return {
    name: 'language',
    ok: match.verdict !== 'no',
    value: match.found,
    limit: input.language,
    unit: 'language',
    message: `The narration has to be in ${input.language}; its language ${seen}.`,
    severity: 'must',
  };
}

function checkMustInclude(draft: ScriptDraft, input: ScriptInput): Finding[] {
  const narration = narrationOf(draft);
  return input.must_include.map((phrase) => {
    const ok = narration.includes(phrase);
    return {
      name: 'must_include',
      ok,
      value: ok ? phrase : null,
      limit: phrase,
      unit: 'text',
      message: `The narration has to contain "${phrase}" letter by letter.`,
      severity: 'must',
    };
  });
}

function checkAvoided(draft: ScriptDraft, input: ScriptInput): Finding[] {
  const banned = bannedTerms(input);
  if (banned.length === 0) return [];
  const { scenes, ...rest } = draft;
  const inScenes = scenes.flatMap((scene, index) =>
    avoidedIn(scene, banned, { sceneId: scene.id, path: `scenes[${index}]` }),
  );
  const elsewhere = Object.entries(rest).flatMap(([member, value]) => avoidedIn(value, banned, { path: member }));
  return orPassed([...inScenes, ...elsewhere], 'avoid', 'words', 'None of the words to avoid occurs.');
}

function avoidedIn(value: unknown, banned: readonly string[], place: { path: string; sceneId?: string }): Finding[] {
  return findTerms(textsIn(value).join('\n'), banned).map((term) => ({
    name: 'avoid',
    ok: false,
    value: term,
    limit: null,
    unit: 'words',
    ...place,
    message: `"${term}" may not occur, in any form.`,
    severity: 'must',
  }));
}

function checkSources(draft: ScriptDraft, input: ScriptInput): Finding[] {
  const known = new Set(input.sources.map(({ id }) => id));
  const invented = draft.claims.flatMap(({ source_id: id }) => (id === null || known.has(id) ? [] : [id]));
  return [
    {
      name: 'sources',
      ok: invented.length === 0,
      value: invented.length,
      limit: 0,
      unit: 'invented_sources',
      path: 'claims',
      message:
        invented.length === 0 ? 'Only supplied sources are named.' : `Not among the sources: ${invented.join(', ')}.`,
      severity: 'must',
    },
  ];
}

function checkSceneCount(draft: ScriptDraft, input: ScriptInput): Finding[] {
  if (input.scenes === undefined) return [];
  return [
    {
      name: 'scene_count',
      ok: draft.scenes.length === input.scenes,
      value: draft.scenes.length,
      limit: input.scenes,
      unit: 'scenes',
      message: `${draft.scenes.length} scenes were written; ${input.scenes} are asked for.`,
      severity: 'report',
    },
  ];
}

function checkVariant(draft: ScriptDraft, { earlier }: Circumstances): Finding[] {
  if (earlier.length === 0) return [];
  const narration = narrationOf(draft);
  const overlap = Math.max(...earlier.map((script) => phraseOverlap(spokenIn(script), narration)));
  return [
    {
      name: 'variants_differ',
      ok: overlap <= SAME_SCRIPT,
      value: Math.round(overlap * 100) / 100,
      limit: SAME_SCRIPT,
      unit: 'phrase_overlap',
      message: 'This variant has to differ from the earlier ones.',
      severity: 'must',
    },
  ];
}

/** The narration of an earlier output, which comes as data from outside. */
function spokenIn(script: unknown): string {
  const narration = typeof script === 'object' && script !== null && 'narration' in script ? script.narration : '';
  return typeof narration === 'string' ? narration : '';
}

export function narrationOf(draft: ScriptDraft): string {
  return draft.scenes.map(({ narration }) => narration).join('\n\n');
}
