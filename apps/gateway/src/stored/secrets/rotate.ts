import type { Kysely } from 'kysely';
import type { Database } from '@showrunner/store';
import type { EntityRow } from '../entity-tables.ts';
import { listCallbackHolders } from '../entities/entity-query.ts';
import { fromRow } from '../entities/entity.ts';
import type { GatewayTables } from '../tables.ts';
import { isMapping } from '../../json/mapping.ts';
import { openedKeys } from './id-keys.ts';
import { openVariable, rewriteCallbackVariables, sealVariable } from './sealed-callbacks.ts';
import type { SecretBox } from './secret-box.ts';
import { sealedSettings, SEALED_KINDS, unsealed } from './sealed-entities.ts';

/**
 * Seals all secrets anew, all of them or none: ids, times and everything else stay. Returns how many. Rejects with a
 * `CannotUnsealError` that names the first one which the present key does not open.
 */
export function sealAnew({ query }: Database<GatewayTables>, present: SecretBox, next: SecretBox): Promise<number> {
  return query.transaction().execute(async (transaction) => {
    let count = 0;
    for (const row of await sealedRows(transaction)) {
      const entity = fromRow(row);
      const { kind, id } = entity;
      const settings = sealedSettings(next, entity, unsealed(present, entity), entity.settings);
      await transaction
        .updateTable('entities')
        .set({ settings: JSON.stringify(settings) })
        .where('kind', '=', kind)
        .where('id', '=', id)
        .execute();
      count++;
    }
    await sealIdKeysAnew(transaction, present, next);
    return count + (await sealCallbacksAnew(transaction, present, next));
  });
}

/** Keys to ids: those of a secret that is not here any more stay as they are. */
async function sealIdKeysAnew(query: Kysely<GatewayTables>, present: SecretBox, next: SecretBox): Promise<void> {
  for (const row of await query.selectFrom('entities').selectAll().where('kind', '=', 'id_key').execute()) {
    const entity = fromRow(row);
    const keys = openedKeys(present, entity);
    if (!keys) continue;
    await query
      .updateTable('entities')
      .set({ settings: JSON.stringify(sealedSettings(next, entity, keys)) })
      .where('kind', '=', entity.kind)
      .where('id', '=', entity.id)
      .execute();
  }
}

/** Variables of callbacks that keys and teams have of their own. */
async function sealCallbacksAnew(query: Kysely<GatewayTables>, present: SecretBox, next: SecretBox): Promise<number> {
  const holders = await listCallbackHolders(query);
  for (const { kind, id, settings } of holders) {
    const metadata = isMapping(settings.metadata) ? settings.metadata : {};
    const anew = rewriteCallbackVariables(metadata, (text, name) =>
      present.isSealed(text) ? sealVariable(next, openVariable(present, text, name), name) : text,
    );
    await query
      .updateTable('entities')
      .set({ settings: JSON.stringify({ ...settings, metadata: anew }) })
      .where('kind', '=', kind)
      .where('id', '=', id)
      .execute();
  }
  return holders.length;
}

async function sealedRows(query: Kysely<GatewayTables>): Promise<EntityRow[]> {
  return query
    .selectFrom('entities')
    .selectAll()
    .where('kind', 'in', [...SEALED_KINDS])
    .orderBy('kind')
    .orderBy('created_at')
    .execute();
}
