import { languageName } from '../language/match.ts';
import { ask, progress, type Work } from '../port/effects.ts';
import type { Finding } from '../port/finding.ts';
import type { Circumstances } from '../port/operation.ts';
import { speakingSeconds } from '../speech/voice.ts';
import { splitSentences } from '../text/sentences.ts';
import { containment } from '../text/similarity.ts';
import { mendSpeech } from '../text/speakable.ts';
import { findTerms } from '../text/terms.ts';
import { trimAtWord } from '../text/trim.ts';
import { words } from '../text/words.ts';
import { briefFor, shortBrief } from './write/brief.ts';
import { unspeakable } from './check.ts';
import { MOST_ON_SCREEN_WORDS } from './check-pictures.ts';
import { bannedTerms, voiceOf, withScene, type DraftScene, type ScriptDraft } from './draft.ts';
import { slotsFor } from './plan.ts';
import { repairPictures } from './repair-pictures.ts';
import { repairSceneCount } from './repair-scene-count.ts';
import type { SceneEvent } from './events.ts';
import type { ScriptInput } from './schema.ts';
import { usableSentences, joinSentences } from './write/spoken-lines.ts';
import { isWithinTolerance, scriptSeconds } from './timing.ts';
import { WRITER, writeWhole } from './write/write-single.ts';
import { smallWriter } from './write/small-writer.ts';

/**
 * Code mends what it can; each scene that still fails is asked for again, alone, with what was found. Of a large model
 * a script in the wrong language is wanted anew, and scenes that it left out in one question.
 */
export function* repairScript(
  draft: ScriptDraft,
  failed: readonly Finding[],
  input: ScriptInput,
  context: Circumstances,
): Work<ScriptDraft, SceneEvent> {
  if (context.strategy === 'single') {
    const foreign = failed.find(({ name }) => name === 'language');
    if (foreign !== undefined) return yield* writeWhole(input, context, foreign.message);
    const isShort = failed.some(({ name, value }) => name === 'duration' && Number(value) < input.duration);
    if (isShort || failed.some(({ name }) => name === 'scene_count')) {
      const counted = yield* repairSceneCount(draft, input);
      if (counted !== draft) return withoutSurplus(counted, input);
    }
  }
  let mended = mendByCode(draft, input);
  const asked = inTurn(failed, context);
  const isLengthRight = isWithinTolerance(scriptSeconds(mended.scenes, voiceOf(input)), input.duration);
  for (const [index, scene] of mended.scenes.entries()) {
    const findings = asked.filter((finding) => concerns(finding, scene, index, mended, input));
    const isMended = /\p{L}/u.test(scene.narration) && unspeakable(scene.narration, input).length === 0;
    const settled = new Set([
      ...OF_OTHERS,
      ...(isLengthRight ? ['scene_duration'] : []),
      ...(isMended ? ['narration_speakable'] : []),
    ]);
    const open = findings.filter(({ name }) => !settled.has(name));
    if (open.length === 0) continue;
    yield progress(index, mended.scenes.length, `Mending scene ${index + 1}`);
    mended = yield* rewriteScene(mended, index, open, input, context);
  }
  mended = yield* repairPictures(mended, failed, input, context);
  return isSame(draft, mended) ? draft : mended;
}

/** A small model takes seconds for a scene: of those whose length is off, only the one that misses most is asked for. */
function inTurn(failed: readonly Finding[], { strategy }: Circumstances): readonly Finding[] {
  if (strategy === 'single') return failed;
  const miss = ({ value, limit }: Finding) => Math.abs(Number(value) - Number(limit));
  const [worst] = failed
    .filter(({ name }) => name === 'scene_duration')
    .toSorted((one, other) => miss(other) - miss(one));
  return failed.filter((finding) => finding.name !== 'scene_duration' || finding === worst);
}

/** Findings that `mendByCode` and `repairPictures` settle. */
const OF_OTHERS: ReadonlySet<string> = new Set(['on_screen_text', 'sources', 'visuals_differ']);

function mendByCode(draft: ScriptDraft, input: ScriptInput): ScriptDraft {
  const sources = new Set(input.sources.map(({ id }) => id));
  const banned = bannedTerms(input);
  const scenes = draft.scenes.map((scene) => mendScene(scene, banned));
  const claims = draft.claims
    .filter(({ text }) => findTerms(text, banned).length === 0)
    .map(({ text, source_id: id }) => ({ text, source_id: id !== null && sources.has(id) ? id : null }));
  return withoutSurplus({ ...draft, title: mendSpeech(draft.title), scenes, claims }, input);
}

function mendScene(scene: DraftScene, banned: readonly string[]): DraftScene {
  const narration = mendSpeech(scene.narration);
  const text = shortened(mendSpeech(scene.on_screen_text));
  return {
    ...scene,
    narration: narration === '' ? scene.narration : narration,
    on_screen_text: findTerms(text, banned).length > 0 ? '' : text,
    delivery: {
      ...scene.delivery,
      emphasis: scene.delivery.emphasis.filter(
        (word) => narration.includes(word) && findTerms(word, banned).length === 0,
      ),
    },
  };
}

function shortened(text: string): string {
  if (words(text).length <= MOST_ON_SCREEN_WORDS) return text;
  const end = /^(?:\P{L}*[\p{L}\p{M}\p{N}'’]+){1,8}/u.exec(text)?.[0] ?? '';
  return trimAtWord(end, end.length, 'utf16_units');
}

/**
 * A script that is too long loses last sentences of its longest scenes as long as that brings it closer; a scene
 * keeps one sentence at least, and what has to be said stays.
 */
function withoutSurplus(draft: ScriptDraft, input: ScriptInput): ScriptDraft {
  const voice = voiceOf(input);
  let shortest = draft;
  for (;;) {
    const surplus = scriptSeconds(shortest.scenes, voice) - input.duration;
    if (isWithinTolerance(scriptSeconds(shortest.scenes, voice), input.duration) || surplus < 0) return shortest;
    const slots = slotsFor(
      shortest.scenes.map(({ role }) => role),
      input.duration,
      voice,
    );
    const [candidate] = shortest.scenes
      .map((scene, index) => ({
        index,
        sentences: splitSentences(scene.narration),
        over: speakingSeconds(scene.narration, voice) - (slots[index]?.seconds ?? 0),
      }))
      .filter(({ sentences, over }) => {
        const last = sentences.at(-1) ?? '';
        const gain = speakingSeconds(last, voice);
        return (
          sentences.length > 1 &&
          over > 0 &&
          gain < surplus * 1.5 &&
          !input.must_include.some((phrase) => last.includes(phrase))
        );
      })
      .toSorted((one, other) => other.over - one.over);
    if (candidate === undefined) return shortest;
    shortest = withScene(shortest, candidate.index, {
      narration: joinSentences(candidate.sentences.slice(0, -1), voice),
    });
  }
}

/** Whether a finding is this scene's to mend; a phrase that is missing goes to the scene that is nearest to it. */
function concerns(finding: Finding, scene: DraftScene, index: number, draft: ScriptDraft, input: ScriptInput): boolean {
  if (finding.sceneId !== undefined) return finding.sceneId === scene.id;
  switch (finding.name) {
    case 'language':
    case 'variants_differ':
      return true;
    case 'must_include':
      return nearestScene(String(finding.limit), draft, input) === index;
    default:
      return false;
  }
}

/** The scene that shares most words with the phrase, the last but one when none does; never several for one phrase. */
function nearestScene(phrase: string, draft: ScriptDraft, input: ScriptInput): number {
  const place = input.must_include.indexOf(phrase) % draft.scenes.length;
  const shares = draft.scenes.map(
    ({ narration }, index) => containment(phrase, narration) + (index === place ? 0.01 : 0),
  );
  return shares.indexOf(Math.max(...shares));
}

/** Asks for one scene's narration again; the rest of the script stands around it as context. */
function* rewriteScene(
  draft: ScriptDraft,
  index: number,
  findings: readonly Finding[],
  input: ScriptInput,
  context: Circumstances,
): Work<ScriptDraft> {
  const scene = draft.scenes[index];
  if (scene === undefined) return draft;
  const voice = voiceOf(input);
  const units =
    slotsFor(
      draft.scenes.map(({ role }) => role),
      input.duration,
      voice,
    )[index]?.units ?? 1;
  const isSmall = context.strategy === 'staged';
  const instruction = rewriteInstruction(draft, index, findings, `about ${units} ${voice.unit}`, input);
  const answer = yield* ask<string>({
    part: `scenes[${index}].narration`,
    label: `Mending scene ${index + 1} of ${draft.scenes.length}`,
    system: isSmall ? smallWriter(input) : WRITER,
    prompt: `${isSmall ? shortBrief(input) : briefFor(input, 'single')}\n\n${instruction}`,
    answer: { form: 'text' },
    maxTokens: units * (isSmall ? 2 : 4) + (isSmall ? 40 : 400),
    temperature: 0.5,
  });
  const others = draft.scenes.flatMap((other, at) => (at === index ? [] : splitSentences(other.narration)));
  const sentences = usableSentences(answer, '', others, input.language);
  return sentences.length === 0 ? draft : withScene(draft, index, { narration: joinSentences(sentences, voice) });
}

function rewriteInstruction(
  draft: ScriptDraft,
  index: number,
  findings: readonly Finding[],
  length: string,
  input: ScriptInput,
): string {
  const narration = draft.scenes[index]?.narration ?? '';
  const before = draft.scenes[index - 1]?.narration;
  const after = draft.scenes[index + 1]?.narration;
  const kept = input.must_include.filter((phrase) => narration.includes(phrase));
  return [
    `Rewrite the narration of one scene of the video "${draft.title}".`,
    ...(before === undefined ? [] : [`Before it: ${before}`]),
    `The scene now: ${narration}`,
    ...(after === undefined ? [] : [`After it: ${after}`]),
    `What is wrong: ${findings.map(({ message }) => message).join(' ')}`,
    ...kept.map((phrase) => `Keep these words: ${phrase}`),
    `Write only the new narration of this scene, ${length}, in ${languageName(input.language)}.`,
  ].join('\n');
}

function isSame(one: ScriptDraft, other: ScriptDraft): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
