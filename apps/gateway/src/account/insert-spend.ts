import type { DatabaseKind } from '@showrunner/store';
import { CompiledQuery } from 'kysely';
import { spendColumns, type SpendRow } from './spend-row.ts';

const COLUMNS = ['row_id', ...spendColumns] as const;

/** The texts of batches by kind and length; under load all batches are full, and share one. */
const texts = new Map<string, string>();
const MOST_TEXTS = 20;

/**
 * Inserts rows that are not there yet. Written out: the query builder takes longer to put a batch together than the
 * database to keep it.
 */
export function insertSpend(kind: DatabaseKind, rows: readonly SpendRow[]): CompiledQuery {
  const values: unknown[] = [];
  for (const row of rows) for (const column of COLUMNS) values.push(row[column]);
  return CompiledQuery.raw(textFor(kind, rows.length), values);
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
  let number = 0;
  const placeholder = (): string => (kind === 'postgres' ? `$${++number}` : '?');
  const names = COLUMNS.map((column) => `"${column}"`).join(', ');
  const rows = Array.from({ length: count }, () => `(${COLUMNS.map(placeholder).join(', ')})`).join(', ');
  return `insert into "spend_logs" (${names}) values ${rows} on conflict do nothing`;
}
