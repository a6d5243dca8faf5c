import type { EntityKind } from './entity-tables.ts';

/** What was brought here from elsewhere. */
export interface ImportTables {
  imported_rows: ImportedRow;
}

export interface ImportedRow {
  readonly source: 'litellm';
  readonly kind: EntityKind;
  /** By which it is known there: a key by its SHA-256. */
  readonly id: string;
  readonly entity_id: string;
  /** Milliseconds since 1970. */
  readonly imported_at: number;
}
