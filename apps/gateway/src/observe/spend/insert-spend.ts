import type { DatabaseKind } from '@showrunner/store';
import { CompiledQuery } from 'kysely';
import { tableName } from '../../stored/gateway-schema.ts';
import type { SpendRow } from '../../stored/spend-tables.ts';
import { addDays } from './daily-sums.ts';
import { detailsOf } from './row-details.ts';
import type { WrittenSpend } from './written-spend.ts';

/** In the order in which `pushRow` has their values. */
const COLUMNS = [
  'row_id',
  'request_id',
  'response_id',
  'series_id',
  'spend',
  'total_tokens',
  'prompt_tokens',
  'completion_tokens',
  'cache_read_tokens',
  'cache_write_tokens',
  'started_at',
  'ended_at',
  'first_content_at',
  'status_code',
  'end_user',
  'request_tags',
  'session_id',
  'requester_ip',
  'details',
] as const satisfies readonly (keyof SpendRow)[];

/** The texts of batches by kind and length; under load all batches are full, and share one. */
const texts = new Map<string, string>();
const MOST_TEXTS = 20;

/**
 * Inserts a row for each request. In Postgres, where a batch may come again, only those that are not there yet, and with
 * them what they add to the sums of their days; it returns the ids of those that were new. Written out: the query builder
 * takes longer to put a batch together than the database to keep it.
 */
export function insertSpend(kind: DatabaseKind, spends: readonly WrittenSpend[]) {
  const values: unknown[] = [];
  const clock = wallClockOffset();
  for (const spend of spends) pushRow(values, spend, clock);
  return CompiledQuery.raw(textFor(kind, spends.length), values);
}

/** Figures and names, never content. */
function pushRow(values: unknown[], { rowId, record, series }: WrittenSpend, clock: number): void {
  const { deployment, usage, startedAt, firstContentAt, failure, labels, tags } = record;
  const cached = usage?.prompt_tokens_details;
  values.push(
    rowId,
    record.callId,
    (record.isCacheHit ? undefined : record.answer?.id) ?? null,
    series.id,
    record.cost ?? (deployment && failure === undefined ? null : 0),
    usage?.total_tokens ?? 0,
    usage?.prompt_tokens ?? 0,
    usage?.completion_tokens ?? 0,
    cached?.cached_tokens || null,
    cached?.cache_creation_tokens || null,
    Math.trunc(clock + startedAt),
    Math.trunc(clock + startedAt + record.durationMs),
    firstContentAt === undefined ? null : Math.trunc(clock + firstContentAt),
    failure === undefined ? null : record.status,
    record.customer ?? null,
    tags.length > 0 ? JSON.stringify(tags) : null,
    labels?.sessionId ?? null,
    record.clientIp === undefined ? null : plainAddress(record.clientIp),
    detailsOf(record),
  );
}

/** Without what an IPv4 address wears on a socket of both families. */
function plainAddress(address: string): string {
  return address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address;
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
  let number = 0;
  const placeholder = (): string => (isPostgres ? `$${++number}` : '?');
  const rows = Array.from({ length: count }, () => `(${COLUMNS.map(placeholder).join(', ')})`).join(', ');
  const table = tableName(kind, 'spend_logs');
  const insert = `insert into ${table} (${COLUMNS.map((column) => `"${column}"`).join(', ')}) values ${rows}`;
  if (!isPostgres) return insert;
  return `with inserted as (${insert} on conflict do nothing returning *), days as (${addDays(kind, 'inserted')}) select row_id from inserted`;
}
