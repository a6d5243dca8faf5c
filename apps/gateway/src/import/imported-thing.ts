import type { KeyDigestRow, PurseRow } from '../stored/entity-tables.ts';
import type { NewEntity } from '../stored/entities/entity.ts';

/** Something that is brought here, with all that belongs to it. */
export interface ImportedThing {
  /** By which it is known where it comes from. */
  readonly sourceId: string;
  readonly entity: NewEntity;
  /** By which a key is found. */
  readonly digests: readonly Omit<KeyDigestRow, 'key_id'>[];
  /** What it has spent. */
  readonly purses: readonly Omit<PurseRow, 'epoch'>[];
}

/** One without a key and without spend. */
export function thing(sourceId: string, entity: NewEntity): ImportedThing {
  return { sourceId, entity, digests: [], purses: [] };
}
