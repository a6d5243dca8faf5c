import type { GenerationEvent } from '../drive/variant.ts';
import { objectOf, textOf, type JsonMembers } from '../json-members.ts';

/** What there is of a result on the way to it: `{outline, scenes[], parts{}}`, each where there is one. */
export type Partial = JsonMembers | null;

/** The partial result after an event; the same object where the event adds nothing. Of several variants the first one's. */
export function withEvent(partial: Partial, event: GenerationEvent): Partial {
  if (event.kind !== 'event' || (event.variant ?? 0) > 0) return partial;
  const data = objectOf(event.data) ?? {};
  switch (event.name) {
    case 'outline':
      return { ...partial, outline: data };
    case 'scene':
      return { ...partial, scenes: withScene(partial?.scenes, data) };
    case 'part':
      return { ...partial, parts: { ...objectOf(partial?.parts), [textOf(data.recipe) ?? '']: data.data } };
    case 'reset':
      return null;
    default:
      return partial;
  }
}

/** A scene with a known id replaces it. */
function withScene(scenes: unknown, scene: JsonMembers): unknown[] {
  const known: unknown[] = Array.isArray(scenes) ? scenes : [];
  const at = known.findIndex((one) => scene.id !== undefined && objectOf(one)?.id === scene.id);
  return at < 0 ? [...known, scene] : known.with(at, scene);
}
