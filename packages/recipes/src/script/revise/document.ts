import { z } from 'zod';
import type { PatchOperation } from '../../json-patch/apply-patch.ts';
import type { ScriptDraft } from '../draft.ts';
import { paces, sceneRoles } from '../schema.ts';

/** As long as the longest script that can be asked for, in one scene. */
const NARRATION_CHARACTERS = 60_000;
const MOST_SCENES = 60;
const line = z.string().max(2000);

const broll = z.object({
  query_en: line.default(''),
  description: line.default(''),
  image_prompt: line.default(''),
});

const scene = z.object({
  /** Empty where a patch has put it in: it gets one. */
  id: z.string().max(100).default(''),
  role: z.enum(sceneRoles).default('point'),
  narration: z.string().max(NARRATION_CHARACTERS),
  on_screen_text: line.default(''),
  visual: line.default(''),
  broll: z.array(broll).max(20).default([]),
  delivery: z
    .object({ pace: z.enum(paces).default('normal'), emphasis: z.array(z.string().max(200)).max(50).default([]) })
    .default({ pace: 'normal', emphasis: [] }),
});

const claim = z.object({
  text: line,
  source_id: z.string().max(100).nullable().default(null),
  needs_check: z.boolean().default(true),
  checked: z.boolean().default(false),
});

/** What of a script can be edited. `hook` is another name for what the first scene says. */
export const scriptDocument = z.object({
  title: line.default(''),
  hook: z.string().max(NARRATION_CHARACTERS).default(''),
  logline: line.default(''),
  cta: line.default(''),
  scenes: z.array(scene).min(1).max(MOST_SCENES),
  claims: z.array(claim).max(2000).default([]),
});

export type ScriptDocument = z.output<typeof scriptDocument>;

export function draftOf({ title, logline, cta, scenes, claims }: ScriptDocument): ScriptDraft {
  return { title, logline, cta, scenes, claims: claims.map(({ text, source_id }) => ({ text, source_id })) };
}

/** The hook is written through to the first scene, and every scene gets an id of its own. */
export function whole(edited: ScriptDocument, before: ScriptDocument): ScriptDocument {
  const [first, ...rest] = edited.scenes;
  if (first === undefined) return edited;
  const wasFirst = before.scenes[0];
  const isHookEdited = edited.hook !== before.hook;
  if (isHookEdited && first.narration !== edited.hook && first.narration !== wasFirst?.narration)
    throw new RangeError(
      'changes the hook and the narration of the first scene, which are the same words, to different ones',
    );
  const opened = isHookEdited ? [{ ...first, narration: edited.hook }, ...rest] : edited.scenes;
  return { ...edited, scenes: withIds(opened, before) };
}

/** Ids stay with their scenes; what is new, or is there twice, gets a number that no scene has had. */
function withIds(scenes: ScriptDocument['scenes'], before: ScriptDocument): ScriptDocument['scenes'] {
  const numbers = [...before.scenes, ...scenes].map(({ id }) => Number(/\d+$/.exec(id)?.[0] ?? 0));
  let last = Math.max(0, ...numbers);
  const taken = new Set<string>();
  return scenes.map((one) => {
    const id = one.id === '' || taken.has(one.id) ? `scene-${(last += 1)}` : one.id;
    taken.add(id);
    return id === one.id ? one : { ...one, id };
  });
}

/** A scene that an operation puts in is a new one, whatever id it brings, unless it is one that was taken out. */
export function inserted(before: unknown, after: unknown, { op, path }: PatchOperation, base: unknown): unknown {
  const [list, place] = path;
  const puts = op === 'add' || op === 'copy' || op === 'replace';
  if (!puts || path.length !== 2 || list !== 'scenes' || place === undefined) return after;
  const now = scenesIn(after);
  const index = place === '-' ? now.length - 1 : Number(place);
  const others = scenesIn(before).flatMap(({ id }, at) => (op === 'replace' && at === index ? [] : [id]));
  const put = now[index];
  const isKnown = scenesIn(base).some(({ id }) => id === put?.id) && !others.includes(put?.id);
  if (put === undefined || isKnown) return after;
  const { id: _, ...fresh } = put;
  return { ...(after as object), scenes: now.with(index, fresh) };
}

/** What a patch has made may be anything still. */
function scenesIn(result: unknown): readonly { readonly id?: unknown }[] {
  const { scenes } = result as { readonly scenes?: unknown };
  if (!Array.isArray(scenes)) return [];
  return scenes.map((one: unknown) => (typeof one === 'object' && one !== null ? one : {}));
}
