import type { Transaction } from 'kysely';
import type { Mapping } from '../json/mapping.ts';
import type { Calendar } from '../keys/budgets/window-end.ts';
import type { GatewayTables } from '../stored/tables.ts';
import type { SecretBox } from '../stored/secrets/secret-box.ts';
import type { WindowRows } from './imported-purse.ts';
import type { ImportReport } from './import-report.ts';
import type { ForeignRules } from './not-kept.ts';
import type { LiteLlmRows } from './litellm-rows.ts';

/** What each part of an import goes by. */
export interface ImportContext {
  readonly source: LiteLlmRows;
  readonly target: Transaction<GatewayTables>;
  readonly report: ImportReport;
  readonly calendar: Calendar;
  /** What LiteLLM encrypted under: its salt key, else its master key. */
  readonly liteLlmKey: string | undefined;
  /** SHA-256 of the master key, which is no virtual key. */
  readonly masterDigest: string | undefined;
  /** Seals anew what LiteLLM had encrypted. */
  readonly box: SecretBox;
  readonly windows: WindowRows;
  /** Budgets that several share, by their ids. */
  readonly budgets: Map<string, Mapping>;
  /** Teams, by their ids: as far as they were read. */
  readonly teams: Map<string, Mapping>;
  readonly rules: ForeignRules;
}

/** Counts what is written there and kept to by nobody here. */
export function countMissed(row: Mapping, members: readonly string[], report: ImportReport): void {
  for (const member of members) {
    const value = row[member];
    const isSaid =
      value !== undefined &&
      value !== null &&
      value !== false &&
      value !== '' &&
      !(typeof value === 'object' && Object.keys(value).length === 0);
    if (isSaid) report.miss(member);
  }
}

/** What a key, a team or a user is held to that nothing here goes by, as it is kept: it keeps them out. */
export function notKept({ rules, report }: ImportContext, row: Mapping): Mapping {
  const held = rules.notKept(row);
  for (const one of held) report.miss(one);
  return held.length === 0 ? {} : { not_kept: held };
}
