import type { Finding } from '../../port/finding.ts';
import { guaranteeOf, type Check } from '../../port/guarantee.ts';
import type { ScriptDraft } from '../draft.ts';
import type { ScriptInput } from '../schema.ts';

export type ScriptCheck<Name extends string> = Check<ScriptDraft, ScriptInput, Name>;

/** The texts around the scenes. */
const frameTexts = ['title', 'logline', 'cta'] as const;
export type FrameText = (typeof frameTexts)[number];

/** What can be asked for again of a script; a scene by its index. */
export type ScriptPart =
  | { readonly of: 'whole' }
  | { readonly of: 'missing_scenes' }
  | { readonly of: 'narration'; readonly scene: number }
  | { readonly of: 'picture'; readonly scene: number }
  | { readonly of: 'screen_text'; readonly scene: number }
  | { readonly of: 'frame'; readonly text: FrameText };

export const scriptGuarantee = guaranteeOf<ScriptDraft, ScriptInput, ScriptPart>();

/** A part, and what was found in it. */
interface Open<Found> {
  readonly part: ScriptPart;
  readonly finding: Found;
}

/** The findings that a draft still has where they were found, after code has fixed what it could. */
export function stillFailing<Name extends string>(
  check: ScriptCheck<Name>,
  failed: readonly Finding<Name>[],
  ...draft: Parameters<ScriptCheck<Name>['measure']>
): Finding<Name>[] {
  const found = check.measure(...draft).filter(({ ok }) => !ok);
  return failed.filter(({ path }) => found.some((other) => other.path === path));
}

/** The narration of each scene that findings name. */
export function narrations<Named extends { readonly sceneId?: string }>(
  findings: readonly Named[],
  { scenes }: ScriptDraft,
): Open<Named>[] {
  return findings.flatMap((finding) => {
    const scene = scenes.findIndex(({ id }) => id === finding.sceneId);
    return scene === -1 ? [] : [{ part: { of: 'narration', scene }, finding }];
  });
}

/** The narration of every scene. */
export function everyNarration<Found>(finding: Found, { scenes }: ScriptDraft): Open<Found>[] {
  return scenes.map((_, scene) => ({ part: { of: 'narration', scene }, finding }));
}

/** The parts that findings name by their paths: a scene's narration, its screen text or its pictures, a text around the scenes. */
export function namedParts<Named extends { readonly path?: string }>(findings: readonly Named[]): Open<Named>[] {
  return findings.flatMap((finding) => {
    const part = partAt(finding.path ?? '');
    return part === undefined ? [] : [{ part, finding }];
  });
}

/** `scenes[2].broll[0].query_en` is of the picture of the third scene, `cta` a text around the scenes. */
function partAt(path: string): ScriptPart | undefined {
  const text = frameTexts.find((name) => name === path);
  if (text !== undefined) return { of: 'frame', text };
  const [, index, member = ''] = /^scenes\[(\d+)\]\.(\w+)/.exec(path) ?? [];
  const of = PART_OF_MEMBER[member];
  return index === undefined || of === undefined ? undefined : { of, scene: Number(index) };
}

const PART_OF_MEMBER: Readonly<Record<string, 'narration' | 'screen_text' | 'picture'>> = {
  narration: 'narration',
  on_screen_text: 'screen_text',
  visual: 'picture',
  broll: 'picture',
};
