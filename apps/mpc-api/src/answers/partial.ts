import type { GenerationEvent } from '../drive/variant.ts';
import { objectOf, textOf, type JsonMembers } from '../json-members.ts';

/**
 * What there is of a result on the way to it: `{outline, scenes[], parts{}}`, each where there is one. Of several variants
 * all stand in `variants[]`, null where there is nothing, and the first also in the place of the whole, as in a result.
 */
export type Partial = JsonMembers | null;

/** The partial result after an event; the same object where the event adds nothing. */
export function withEvent(partial: Partial, event: GenerationEvent): Partial {
  if (event.kind !== 'event') return partial;
  const { variant, name, data } = event;
  if (variant === undefined) return withTold(partial, name, objectOf(data) ?? {});
  const before = variantsOf(partial);
  const known = objectOf(before[variant]) ?? null;
  const told = withTold(known, name, objectOf(data) ?? {});
  if (told === known) return partial;
  const variants = Array.from({ length: Math.max(before.length, variant + 1) }, (_, at) =>
    at === variant ? told : (before[at] ?? null),
  );
  return { ...objectOf(variants[0]), variants };
}

function variantsOf(partial: Partial): readonly unknown[] {
  return Array.isArray(partial?.variants) ? partial.variants : [];
}

function withTold(partial: Partial, name: string, data: JsonMembers): Partial {
  switch (name) {
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
