import { isMapping, type Mapping } from '../json/mapping.ts';
import { durationSeconds } from '../litellm/duration.ts';
import { windowEnd, type Calendar } from '../keys/budgets/window-end.ts';
import { windowPurseName } from '../stored/entities/purse-name.ts';
import type { EntityName } from '../stored/entities/entity-writer.ts';
import type { ImportedThing } from './imported-thing.ts';
import { dollarsOf, jsonOf, textOf, timeOf } from './read-columns.ts';
import type { LiteLlmRows } from './litellm-rows.ts';

export interface Spending {
  readonly name: string;
  /** What is spent, and its own window. */
  readonly row: Mapping;
  /** Of the budget that it shares, whose window counts where it has none of its own. */
  readonly budget: Mapping | undefined;
  readonly calendar: Calendar;
}

/** What somebody has spent; it counts as long as it would have counted there. */
export function spentPurses({ name, row, budget, calendar }: Spending): ImportedThing['purses'] {
  const spent = dollarsOf(row.spend);
  const total = Math.max(dollarsOf(row.total_spend), spent);
  if (total === 0) return [];
  return [{ id: name, total, spent, window_ends_at: windowOf(row, budget, calendar) }];
}

/** A window of which nobody wrote when it ends begins now, as LiteLLM's job of resets arms it. */
function windowOf(row: Mapping, budget: Mapping | undefined, calendar: Calendar): number | null {
  const holder = textOf(row.budget_duration) === null ? budget : row;
  const duration = textOf(holder?.budget_duration);
  if (duration === null) return null;
  return timeOf(holder?.budget_reset_at) ?? windowEnd(duration, Date.now(), calendar);
}

/** What was spent in windows of several at once, by whose they are. */
export type WindowRows = ReadonlyMap<string, readonly Mapping[]>;

export async function readWindows(source: LiteLlmRows): Promise<WindowRows> {
  const rows = await source.all('LiteLLM_BudgetWindowSpend', ['entity_type', 'entity_id', 'window_duration']);
  return Map.groupBy(rows, (row) => `${String(row.entity_type)}:${String(row.entity_id)}`);
}

/** What somebody has spent in each of several windows at once (`budget_limits`). */
export function windowPurses(
  name: EntityName,
  sourceId: string,
  row: Mapping,
  windows: WindowRows,
): ImportedThing['purses'] {
  const limits = jsonOf(row.budget_limits);
  const ends = new Map(
    (Array.isArray(limits) ? limits : [])
      .filter(isMapping)
      .map((limit) => [textOf(limit.budget_duration), timeOf(limit.reset_at)]),
  );
  return (windows.get(`${name.kind}:${sourceId}`) ?? []).flatMap((window) => {
    const duration = textOf(window.window_duration);
    const start = timeOf(window.window_start);
    const seconds = durationSeconds(duration);
    const spent = dollarsOf(window.spend);
    if (duration === null || start === undefined || seconds === undefined || spent === 0) return [];
    const endsAt = ends.get(duration) ?? start + seconds * 1000;
    return [{ id: windowPurseName(name, duration), total: spent, spent, window_ends_at: endsAt }];
  });
}
