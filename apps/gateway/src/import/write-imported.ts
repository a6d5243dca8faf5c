import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { EntityKind } from '../stored/entity-tables.ts';
import { newRow } from '../stored/entities/entity.ts';
import { ALONE } from '../stored/entities/entity-writer.ts';
import type { GatewayTables } from '../stored/tables.ts';
import type { ImportReport } from './import-report.ts';
import type { ImportedThing } from './imported-thing.ts';

/** A statement holds so many rows: SQLite takes 32,766 values. */
const ROWS_A_STATEMENT = 1_000;

/** Writes what is not here yet and was never brought. What is here keeps what it has become here. */
export async function writeImported(
  query: Transaction<GatewayTables>,
  kind: EntityKind,
  things: readonly ImportedThing[],
  report: ImportReport,
): Promise<void> {
  if (things.length === 0) return;
  const news = await unknownAmong(query, kind, things);
  report.of(kind).known += things.length - news.length;
  report.of(kind).came += news.length;
  if (news.length === 0) return;
  const now = Date.now();
  await query
    .insertInto('entities')
    .values(news.map(({ entity }) => newRow(entity, now)))
    .execute();
  await insertAll(query, 'unique_aliases', aliasesOf(kind, news));
  await insertAll(query, 'key_digests', digestsOf(news));
  await insertAll(
    query,
    'purses',
    news.flatMap(({ purses }) => purses.map((purse) => ({ ...purse, epoch: 1 }))),
  );
  await insertAll(
    query,
    'imported_rows',
    news.map(({ sourceId, entity }) => ({
      source: 'litellm' as const,
      kind,
      id: sourceId,
      entity_id: entity.id,
      imported_at: now,
    })),
  );
}

/** Tells other processes, which remember what serves. */
export async function tellOfImport(query: Transaction<GatewayTables>, kinds: readonly EntityKind[]): Promise<void> {
  await insertAll(
    query,
    'entity_changes',
    kinds.map((kind) => ({ id: randomUUID(), kind, entity_id: '', changed_at: Date.now() })),
  );
}

async function unknownAmong(
  query: Transaction<GatewayTables>,
  kind: EntityKind,
  things: readonly ImportedThing[],
): Promise<ImportedThing[]> {
  const brought = await query
    .selectFrom('imported_rows')
    .select('id')
    .where('source', '=', 'litellm')
    .where('kind', '=', kind)
    .where(
      'id',
      'in',
      things.map(({ sourceId }) => sourceId),
    )
    .execute();
  const here = await query
    .selectFrom('entities')
    .select('id')
    .where('kind', '=', kind)
    .where(
      'id',
      'in',
      things.map(({ entity }) => entity.id),
    )
    .execute();
  const digests = things.flatMap((one) => one.digests.map(({ digest }) => digest));
  const found =
    digests.length === 0
      ? []
      : await query.selectFrom('key_digests').select('digest').where('digest', 'in', digests).execute();
  const known = new Set([...brought, ...here].map(({ id }) => id));
  const held = new Set(found.map(({ digest }) => digest));
  return things.filter(
    ({ sourceId, entity, digests: own }) =>
      !known.has(sourceId) && !known.has(entity.id) && !own.some(({ digest }) => held.has(digest)),
  );
}

/** An alias that two have there is the first one's here. */
function aliasesOf(kind: EntityKind, things: readonly ImportedThing[]) {
  if (!ALONE.has(kind)) return [];
  return things.flatMap(({ entity }) => (entity.alias ? [{ kind, alias: entity.alias, id: entity.id }] : []));
}

function digestsOf(things: readonly ImportedThing[]) {
  return things.flatMap(({ entity, digests }) => digests.map((digest) => ({ ...digest, key_id: entity.id })));
}

async function insertAll<Table extends keyof GatewayTables>(
  query: Transaction<GatewayTables>,
  table: Table,
  rows: readonly GatewayTables[Table][],
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    await query
      .insertInto(table)
      .values(rows.slice(start, start + ROWS_A_STATEMENT) as never)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
