import type { Limits } from '@showrunner/store';
import type { HeldDatabase } from '../jobs/held-database.ts';
import type { KeyTables } from './key-tables.ts';
import { createKeyStore } from './key-store.ts';
import { createKeys, type Keys, type KeysParts } from './keys.ts';
import { KnownKeys } from './known-keys.ts';

export interface OpenKeys {
  /** For administrators. */
  readonly keys: Keys;
  /** For whoever has to know who holds one. */
  readonly known: KnownKeys;
}

/** @param limits where requests are counted */
export function openKeys(
  database: HeldDatabase<KeyTables>,
  limits: Limits,
  cancelJobs: KeysParts['cancelJobs'],
): OpenKeys {
  const store = createKeyStore(database);
  const known = new KnownKeys(store, limits);
  return { known, keys: createKeys({ store, known, cancelJobs }) };
}
