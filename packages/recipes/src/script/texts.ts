import type { ScriptDraft } from './draft.ts';

/** A text that a model wrote for people, and where it stands. */
export interface PlacedText {
  readonly path: string;
  readonly text: string;
  readonly sceneId?: string;
}

/** Title, logline and call to action. */
export function frameTextsOf({ title, logline, cta }: ScriptDraft): PlacedText[] {
  return Object.entries({ title, logline, cta }).flatMap(([path, text]) => (text === '' ? [] : [{ path, text }]));
}

/** What is spoken, scene by scene. */
export function narrationsOf({ scenes }: ScriptDraft): PlacedText[] {
  return scenes.map(({ id, narration }, index) => ({
    path: `scenes[${index}].narration`,
    text: narration,
    sceneId: id,
  }));
}

/** What stands on the screen, scene by scene. */
export function screenTextsOf({ scenes }: ScriptDraft): PlacedText[] {
  return scenes.flatMap(({ id, on_screen_text: text }, index) =>
    text === '' ? [] : [{ path: `scenes[${index}].on_screen_text`, text, sceneId: id }],
  );
}

/** Everything that the model wrote: what people read and hear, pictures, words to stress and claims. */
export function writtenTexts(draft: ScriptDraft): PlacedText[] {
  return [
    ...frameTextsOf(draft),
    ...draft.scenes.flatMap(({ id, narration, on_screen_text, visual, broll, delivery }, index) => {
      const texts = { narration, on_screen_text, visual, broll, emphasis: delivery.emphasis };
      return leavesOf(texts, `scenes[${index}]`).map((text) => ({ ...text, sceneId: id }));
    }),
    ...leavesOf(
      draft.claims.map(({ text }) => text),
      'claims',
    ),
  ];
}

function leavesOf(value: unknown, path: string): PlacedText[] {
  if (typeof value === 'string') return value === '' ? [] : [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => leavesOf(item, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => leavesOf(member, `${path}.${name}`));
}

/** The draft with each text changed that people read or hear in the script's language. */
export function withTexts(draft: ScriptDraft, change: (text: string) => string): ScriptDraft {
  return {
    ...draft,
    title: change(draft.title),
    logline: change(draft.logline),
    cta: change(draft.cta),
    scenes: draft.scenes.map((scene) => ({
      ...scene,
      narration: change(scene.narration),
      on_screen_text: change(scene.on_screen_text),
      visual: change(scene.visual),
      broll: scene.broll.map((shot) => ({ ...shot, description: change(shot.description) })),
      delivery: { ...scene.delivery, emphasis: scene.delivery.emphasis.map(change) },
    })),
    claims: draft.claims.map((claim) => ({ ...claim, text: change(claim.text) })),
  };
}
