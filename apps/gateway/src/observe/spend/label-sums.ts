import { CompiledQuery, sql, type Kysely } from 'kysely';
import type { DailyLabelSpend, SpendRow, SpendTables } from '../../stored/spend-tables.ts';
import { DAY_MS, FIGURES, type DayFigures } from './day-figures.ts';
import type { WrittenSpend } from './written-spend.ts';
import { MadeUpNames } from './made-up-names.ts';

/** A request as far as sums by what callers say of it go. */
interface LabelledSpend {
  readonly customer: string | null;
  readonly tags: readonly string[];
  readonly seriesId: number;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly figures: DayFigures;
}

/** Callers name their customers and tags themselves. */
const names = { customer: new MadeUpNames(), tag: new MadeUpNames() };

/** SQLite takes 32,766 values in a statement (sqlite.org, "Limits"); callers may set many tags. */
const ROWS_A_STATEMENT = 1_000;

/** What stands for all that have a tag, whichever. */
const TAGGED = '';

/** Adds what was said of requests to the sums of their days. */
export function addLabelsOf(query: Kysely<SpendTables>, spends: readonly WrittenSpend[]): Promise<void> {
  return addLabels(query, spends.filter(({ record }) => isLabelled(record)).map(labelledSpend));
}

/** The same of rows that are written, by their numbers: those behind `from`, up to `until`. For SQLite. */
export async function addLabelsOfRows(query: Kysely<SpendTables>, from: number, until: number): Promise<void> {
  const { rows } = await query.executeQuery<LabelledRow>(CompiledQuery.raw(LABELLED_ROWS, [from, until]));
  await addLabels(query, rows.map(labelledRow));
}

/** Whether a request names a customer or a tag. */
export function isLabelled({ customer, tags }: WrittenSpend['record']): boolean {
  return customer !== undefined || tags.length > 0;
}

const ROW_COLUMNS = [
  'end_user',
  'request_tags',
  'series_id',
  'started_at',
  'ended_at',
  'spend',
  'prompt_tokens',
  'completion_tokens',
  'cache_read_tokens',
  'cache_write_tokens',
] as const satisfies readonly (keyof SpendRow)[];
type LabelledRow = Pick<SpendRow, (typeof ROW_COLUMNS)[number]>;

const LABELLED_ROWS = `select ${ROW_COLUMNS.join(', ')} from spend_logs
  where rowid > ? and rowid <= ? and (end_user is not null or request_tags is not null)`;

function labelledRow(row: LabelledRow): LabelledSpend {
  return {
    customer: row.end_user,
    tags: row.request_tags === null ? [] : (JSON.parse(row.request_tags) as string[]),
    seriesId: row.series_id,
    startedAt: row.started_at,
    figures: {
      spend: row.spend ?? 0,
      prompt_tokens: row.prompt_tokens,
      completion_tokens: row.completion_tokens,
      cache_read_tokens: row.cache_read_tokens ?? 0,
      cache_write_tokens: row.cache_write_tokens ?? 0,
      requests: 1,
      duration_ms: row.ended_at - row.started_at,
    },
  };
}

function labelledSpend({ record, series }: WrittenSpend): LabelledSpend {
  const { usage, cost, customer = null, tags, startedAt, durationMs } = record;
  const cached = usage?.prompt_tokens_details;
  return {
    customer,
    tags,
    seriesId: series.id,
    startedAt: Date.now() - performance.now() + startedAt,
    figures: {
      spend: cost ?? 0,
      prompt_tokens: usage?.prompt_tokens ?? 0,
      completion_tokens: usage?.completion_tokens ?? 0,
      cache_read_tokens: cached?.cached_tokens ?? 0,
      cache_write_tokens: cached?.cache_creation_tokens ?? 0,
      requests: 1,
      duration_ms: Math.trunc(durationMs),
    },
  };
}

async function addLabels(query: Kysely<SpendTables>, spends: readonly LabelledSpend[]): Promise<void> {
  const sums = new Map<string, DailyLabelSpend>();
  for (const spend of spends) for (const label of labelsIn(spend)) addTo(sums, label, spend);
  if (sums.size === 0) return;
  // In one order, so that two who add at once do not wait for one another.
  const rows = [...sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    await addSums(query, rows.slice(start, start + ROWS_A_STATEMENT));
  }
}

async function addSums(query: Kysely<SpendTables>, sums: readonly DailyLabelSpend[]): Promise<void> {
  await query
    .insertInto('daily_label_spend')
    .values(sums)
    .onConflict((conflict) =>
      conflict
        .columns(['day', 'kind', 'label', 'series_id'])
        .doUpdateSet(
          Object.fromEntries(
            FIGURES.map((figure) => [figure, sql`daily_label_spend.${sql.ref(figure)} + excluded.${sql.ref(figure)}`]),
          ),
        ),
    )
    .execute();
}

type Label = Pick<DailyLabelSpend, 'kind' | 'label'>;

function labelsIn({ customer, tags, startedAt }: LabelledSpend): Label[] {
  return [
    ...(customer === null ? [] : [{ kind: 'customer', label: names.customer.bounded(customer, startedAt) } as const]),
    ...[...new Set(tags.map((tag) => names.tag.bounded(tag, startedAt)))].map(
      (label) => ({ kind: 'tag', label }) as const,
    ),
    ...(tags.length === 0 ? [] : [{ kind: 'tagged', label: TAGGED } as const]),
  ];
}

function addTo(
  sums: Map<string, DailyLabelSpend>,
  { kind, label }: Label,
  { seriesId, startedAt, figures }: LabelledSpend,
): void {
  const day = Math.floor(startedAt / DAY_MS);
  const key = `${day} ${kind} ${seriesId} ${label}`;
  const before = sums.get(key);
  const sum = before ? withAdded(before, figures) : figures;
  sums.set(key, { day, kind, label, series_id: seriesId, ...sum });
}

function withAdded(sum: DayFigures, more: DayFigures): DayFigures {
  const added: Record<string, number> = {};
  for (const figure of FIGURES) added[figure] = sum[figure] + more[figure];
  return added as unknown as DayFigures;
}
