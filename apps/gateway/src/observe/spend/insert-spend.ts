import { randomBytes } from 'node:crypto';
import type { DatabaseKind } from '@showrunner/store';
import { CompiledQuery } from 'kysely';
import type { FinishedRecord } from '../../exchange/record.ts';
import { gatewaySchema } from '../../stored/gateway-schema.ts';
import type { SpendRow, SpendSeries } from '../../stored/spend-tables.ts';

/** In the order in which `pushRow` has their values. */
const COLUMNS = [
  'request_id',
  'series_id',
  'spend',
  'total_tokens',
  'prompt_tokens',
  'completion_tokens',
  'started_at',
  'ended_at',
  'first_content_at',
] as const satisfies readonly (keyof SpendRow)[];

/** The texts of batches by kind and length; under load all batches are full, and share one. */
const texts = new Map<string, string>();
const MOST_TEXTS = 20;

const processPart = `${randomBytes(8).toString('hex')}-`;

/**
 * Inserts a row for each request, the first of them the `firstNumber`th of this process. In Postgres, where a batch may
 * come again, only those that are not there yet. Written out: the query builder takes longer to put a batch together
 * than the database to keep it.
 */
export function insertSpend(
  kind: DatabaseKind,
  records: readonly FinishedRecord[],
  series: readonly SpendSeries[],
  firstNumber: number,
): CompiledQuery {
  const values: unknown[] = [];
  const clock = wallClockOffset();
  for (const [index, record] of records.entries()) {
    pushRow(values, record, series[index]?.id, clock);
    if (kind === 'postgres') values.push(`${processPart}${firstNumber + index}`);
  }
  return CompiledQuery.raw(textFor(kind, records.length), values);
}

/** Figures and names, never content. */
function pushRow(values: unknown[], record: FinishedRecord, seriesId: number | undefined, clock: number): void {
  const { deployment, usage, startedAt, firstContentAt } = record;
  values.push(
    record.callId,
    seriesId,
    record.cost ?? (deployment && record.failure === undefined ? null : 0),
    usage?.total_tokens ?? 0,
    usage?.prompt_tokens ?? 0,
    usage?.completion_tokens ?? 0,
    Math.trunc(clock + startedAt),
    Math.trunc(clock + startedAt + record.durationMs),
    firstContentAt === undefined ? null : Math.trunc(clock + firstContentAt),
  );
}

/** What makes a time of `performance.now()` one of the wall clock, as it is now: it may have been corrected since the start. */
function wallClockOffset(): number {
  return Date.now() - performance.now();
}

function textFor(kind: DatabaseKind, count: number): string {
  const key = `${kind} ${count}`;
  let text = texts.get(key);
  if (text === undefined) {
    text = write(kind, count);
    if (texts.size < MOST_TEXTS) texts.set(key, text);
  }
  return text;
}

function write(kind: DatabaseKind, count: number): string {
  const isPostgres = kind === 'postgres';
  const columns = isPostgres ? [...COLUMNS, 'row_id'] : COLUMNS;
  let number = 0;
  const placeholder = (): string => (isPostgres ? `$${++number}` : '?');
  const rows = Array.from({ length: count }, () => `(${columns.map(placeholder).join(', ')})`).join(', ');
  const table = isPostgres ? `"${gatewaySchema.name}"."spend_logs"` : '"spend_logs"';
  const insert = `insert into ${table} (${columns.map((column) => `"${column}"`).join(', ')}) values ${rows}`;
  return isPostgres ? `${insert} on conflict do nothing` : insert;
}
