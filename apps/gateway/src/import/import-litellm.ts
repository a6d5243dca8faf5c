import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '@showrunner/store';
import { sql, type Transaction } from 'kysely';
import type { Calendar } from '../keys/budgets/window-end.ts';

import type { GatewayTables } from '../stored/tables.ts';
import type { SecretBox } from '../stored/secrets/secret-box.ts';
import type { LiteLlmDatabase } from '../litellm/database.ts';
import { importBudgets } from './import-budgets.ts';
import type { ImportContext } from './import-context.ts';
import { importKeys } from './import-keys.ts';
import {
  importCustomers,
  importModelAccessGroups,
  importOrganizationMembers,
  importOrganizations,
  importTags,
  importUsers,
} from './import-people.ts';
import { ImportReport } from './import-report.ts';
import { importAccessGroups, importCredentials, importModels, importSettings } from './import-secrets.ts';
import { importTeams } from './import-teams.ts';
import { readWindows } from './imported-purse.ts';
import { LiteLlmRows } from './litellm-rows.ts';
import { ForeignRules } from './not-kept.ts';
import { tellOfImport } from './write-imported.ts';

/** In their order: what others refer to comes before them. */
const STEPS: readonly ((context: ImportContext) => Promise<void>)[] = [
  importBudgets,
  importOrganizations,
  importUsers,
  importOrganizationMembers,
  importTeams,
  importCustomers,
  importTags,
  importModelAccessGroups,
  importKeys,
  importAccessGroups,
  importCredentials,
  importModels,
  importSettings,
];

/** Tables that come over; one that is not there belongs to a newer LiteLLM, or was never made. */
const TABLES = [
  'LiteLLM_BudgetTable',
  'LiteLLM_OrganizationTable',
  'LiteLLM_UserTable',
  'LiteLLM_OrganizationMembership',
  'LiteLLM_TeamTable',
  'LiteLLM_TeamMembership',
  'LiteLLM_EndUserTable',
  'LiteLLM_TagTable',
  'LiteLLM_VerificationToken',
  'LiteLLM_AccessGroupTable',
  'LiteLLM_CredentialsTable',
  'LiteLLM_ProxyModelTable',
  'LiteLLM_Config',
];

/** How often somebody who waits for an import looks whether it is over. */
const LOOK_EVERY_MS = 300;

export interface ImportOptions {
  readonly from: LiteLlmDatabase;
  readonly into: Database<GatewayTables>;
  readonly calendar: Calendar;
  readonly liteLlmKey: string | undefined;
  readonly masterDigest: string | undefined;
  readonly box: SecretBox;
  /** Only while there are no keys here and nothing was ever brought. */
  readonly isFirst?: boolean;
  /** Only says what would come. */
  readonly isDryRun?: boolean;
}

/** A dry run ends like a failure, so that nothing of it is kept. */
class DryRunEnded extends Error {}

/**
 * Brings what a LiteLLM keeps, all of it or nothing, one process at a time; nothing comes twice. Nothing where it was
 * only for the first time and this is not. Rejects where either database fails.
 */
export async function importLiteLlm(options: ImportOptions): Promise<ImportReport | undefined> {
  const { from, into, isDryRun } = options;
  const report = new ImportReport();
  let isWanted = true;
  const bring = (target: Transaction<GatewayTables>) =>
    from.reader.read(async (query) => {
      isWanted = !options.isFirst || (await isEmpty(target));
      if (!isWanted) return;
      await bringAll(options, await LiteLlmRows.of(query, from.schema), target, report);
      if (isDryRun) throw new DryRunEnded();
    });
  try {
    await alone(into, bring);
  } catch (error) {
    if (!isDryRunEnded(error)) throw error;
  }
  return isWanted ? report : undefined;
}

/** The reader of a database says where an error was, and keeps what it was. */
function isDryRunEnded(error: unknown): boolean {
  return error instanceof DryRunEnded || (error instanceof Error && error.cause instanceof DryRunEnded);
}

/** Whether nobody has a key here, and nothing was ever brought: keys that were deleted do not come back. */
async function isEmpty(target: Transaction<GatewayTables>): Promise<boolean> {
  const key = target.selectFrom('entities').select('id').where('kind', '=', 'key').limit(1);
  const brought = target.selectFrom('imported_rows').select('id').limit(1);
  return !(await key.executeTakeFirst()) && !(await brought.executeTakeFirst());
}

async function bringAll(
  { calendar, liteLlmKey, masterDigest, box }: ImportOptions,
  source: LiteLlmRows,
  target: Transaction<GatewayTables>,
  report: ImportReport,
): Promise<void> {
  for (const table of source.missing(TABLES)) {
    report.problem({ kind: 'table', id: table, reason: 'this LiteLLM does not have it' });
  }
  const windows = await readWindows(source);
  const rules = await ForeignRules.of(source);
  const context = {
    source,
    target,
    report,
    calendar,
    liteLlmKey,
    masterDigest,
    box,
    windows,
    rules,
    budgets: new Map(),
    teams: new Map(),
  };
  for (const step of STEPS) await step(context);
  await tellOfImport(target, ['access_group', 'credential', 'model', 'setting']);
}

/** One process at a time; the others look again. */
async function alone(
  { kind, query }: Database<GatewayTables>,
  work: (target: Transaction<GatewayTables>) => Promise<void>,
): Promise<void> {
  for (;;) {
    const isDone = await query.transaction().execute(async (target) => {
      if (kind === 'postgres' && !(await lock(target))) return false;
      await work(target);
      return true;
    });
    if (isDone) return;
    await pause(LOOK_EVERY_MS);
  }
}

/** Held until the transaction ends, whatever ends it. */
async function lock(target: Transaction<GatewayTables>): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    SELECT pg_try_advisory_xact_lock(hashtext('showrunner import')) AS taken
  `.execute(target);
  return rows[0]?.taken === true;
}
