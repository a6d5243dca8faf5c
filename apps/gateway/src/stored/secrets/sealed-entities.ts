import type { Mapping } from '../../json/mapping.ts';
import type { EntityKind } from '../entity-tables.ts';
import type { Entity } from '../entities/entity.ts';
import type { EntityName } from '../entities/entity-writer.ts';
import type { SecretBox } from './secret-box.ts';

/** Kinds that hold secrets of vendors. */
export const SEALED_KINDS = ['credential', 'model', 'setting'] as const satisfies readonly EntityKind[];

export function isSealedKind(kind: EntityKind): boolean {
  return (SEALED_KINDS as readonly EntityKind[]).includes(kind);
}

/** Under which setting what is sealed stands. */
const SEALED = 'sealed';

/** The settings of an entity with a part that only the holder of the key reads. */
export function sealedSettings(box: SecretBox, name: EntityName, secret: unknown, open: Mapping = {}): Mapping {
  return { ...open, [SEALED]: box.seal(name, secret) };
}

/** The part that is sealed. Throws a `CannotUnsealError`. */
export function unsealed(box: SecretBox, entity: Entity): unknown {
  return box.unseal(entity, entity.settings[SEALED]);
}
