import { randomUUID } from 'node:crypto';
import type { Mapping } from '../json/mapping.ts';
import { modelPurseName, purseName } from '../stored/entities/purse-name.ts';
import { countMissed, notKept, type ImportContext } from './import-context.ts';
import { importedCallbacks } from './imported-callbacks.ts';
import { pursesOf } from './import-people.ts';
import { windowPurses } from './imported-purse.ts';
import type { ImportedThing } from './imported-thing.ts';
import { dollarsOf, jsonOf, madeBy, mappingOf, saidBy, textOf, timeOf } from './read-columns.ts';
import { writeImported } from './write-imported.ts';

/** The team of sessions of LiteLLM's pages, which are no keys of anybody's (`litellm/constants.py`, 1.108.7). */
const SESSIONS = 'litellm-dashboard';

const KEY = [
  'key_name',
  'models',
  'aliases',
  'config',
  'permissions',
  'metadata',
  'blocked',
  'max_budget',
  'budget_duration',
  'budget_limits',
  'model_max_budget',
  'max_parallel_requests',
  'rpm_limit',
  'tpm_limit',
  'tpd_limit',
  'allowed_cache_controls',
  'allowed_routes',
  'key_type',
  'access_group_ids',
  'rotation_count',
];

/** Limits and the like of which nothing here goes by. */
const MISSED = ['budget_fallbacks', 'router_settings', 'auto_rotate'];

const DIGEST = /^[0-9a-f]{64}$/;

/** Keys, which go on working: both sides know them by their SHA-256 alone. */
export async function importKeys(context: ImportContext): Promise<void> {
  const { source, target, report } = context;
  const former = await readFormer(context);
  for await (const rows of source.parts('LiteLLM_VerificationToken', ['token'])) {
    const things = rows.flatMap((row) => keyOf(context, row, former) ?? []);
    await writeImported(target, 'key', things, report);
  }
}

function keyOf(
  context: ImportContext,
  row: Mapping,
  former: ReadonlyMap<string, ImportedThing['digests']>,
): ImportedThing | undefined {
  const { report, masterDigest } = context;
  const digest = String(row.token);
  if (row.team_id === SESSIONS || digest === masterDigest) return undefined;
  if (!DIGEST.test(digest)) {
    report.of('key').failed++;
    report.problem({
      kind: 'key',
      id: textOf(row.key_alias) ?? `${digest.slice(0, 8)}…`,
      reason: 'its token is no SHA-256',
    });
    return undefined;
  }
  countMissed(row, MISSED, report);
  const id = randomUUID();
  const name = { kind: 'key', id } as const;
  const budgetId = textOf(row.budget_id);
  const settings = { ...keySettings(context, row), ...notKept(context, row) };
  return {
    sourceId: digest,
    entity: {
      ...name,
      alias: textOf(row.key_alias),
      teamId: textOf(row.team_id),
      userId: textOf(row.user_id),
      organizationId: textOf(row.organization_id),
      budgetId,
      ...madeBy(row),
      settings,
    },
    digests: [{ digest, valid_until: null }, ...(former.get(digest) ?? [])],
    purses: [
      ...pursesOf(context, purseName(name), row, budgetId),
      ...modelPurses(id, row),
      ...windowPurses(name, digest, row, context.windows),
    ],
  };
}

function keySettings(context: ImportContext, row: Mapping): Mapping {
  const { rules, teams } = context;
  const guardrails = rules.guardrails(row, teams.get(String(row.team_id)));
  const read = {
    ...row,
    ...Object.fromEntries(
      ['aliases', 'config', 'permissions', 'metadata', 'model_max_budget'].map((name) => [name, mappingOf(row[name])]),
    ),
    budget_limits: jsonOf(row.budget_limits),
  };
  const expires = timeOf(row.expires);
  const said = saidBy(read, KEY);
  return {
    ...said,
    metadata: importedCallbacks(
      context,
      { kind: 'key', id: textOf(row.key_alias) ?? textOf(row.key_name) ?? `${String(row.token).slice(0, 8)}…` },
      withGuardrails(mappingOf(said.metadata), guardrails),
    ),
    ...(expires !== undefined && { expires: new Date(expires).toISOString() }),
  };
}

function withGuardrails(metadata: Mapping, added: readonly string[]): Mapping {
  if (added.length === 0) return metadata;
  const own = Array.isArray(metadata.guardrails) ? metadata.guardrails : [];
  return { ...metadata, guardrails: [...new Set([...own, ...added])] };
}

/** What a key spent on models that have a budget of their own: ever, for the window's part was never written down. */
function modelPurses(id: string, row: Mapping): ImportedThing['purses'] {
  const spent = mappingOf(row.model_spend);
  return Object.keys(mappingOf(row.model_max_budget)).flatMap((model) => {
    const dollars = dollarsOf(spent[model]);
    if (dollars === 0) return [];
    return [{ id: modelPurseName({ kind: 'key', id }, model), total: dollars, spent: dollars, window_ends_at: null }];
  });
}

/** By which secrets of before a key that was made anew is still found, by that of now. */
async function readFormer({ source }: ImportContext): Promise<ReadonlyMap<string, ImportedThing['digests']>> {
  const now = Date.now();
  const rows = await source.all('LiteLLM_DeprecatedVerificationToken', ['token']);
  const valid = rows.flatMap((row) => {
    const until = timeOf(row.revoke_at);
    const digest = String(row.token);
    return until !== undefined && until > now && DIGEST.test(digest)
      ? [{ active: String(row.active_token_id), digest, valid_until: until }]
      : [];
  });
  return new Map(
    [...Map.groupBy(valid, ({ active }) => active)].map(([active, some]) => [
      active,
      some.map(({ digest, valid_until }) => ({ digest, valid_until })),
    ]),
  );
}
