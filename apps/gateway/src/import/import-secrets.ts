import { isMapping, type Mapping } from '../json/mapping.ts';
import { sealedSettings } from '../stored/secrets/sealed-entities.ts';
import { decrypted } from './decrypted.ts';
import type { ImportContext } from './import-context.ts';
import { thing, type ImportedThing } from './imported-thing.ts';
import { jsonOf, madeBy, mappingOf, textOf } from './read-columns.ts';
import { writeImported } from './write-imported.ts';

/** Models that were added by the API, decrypted and sealed anew. */
export async function importModels(context: ImportContext): Promise<void> {
  const { source, target, report, box } = context;
  for await (const rows of source.parts('LiteLLM_ProxyModelTable', ['model_id'])) {
    const things = rows.flatMap((row) => {
      const id = textOf(row.model_id);
      const alias = textOf(row.model_name);
      if (id === null || alias === null) return [];
      const params = opened(context, 'model', `${id} (${alias})`, row.litellm_params);
      if (!params) return [];
      const name = { kind: 'model', id } as const;
      const info = mappingOf(row.model_info);
      const open = { model_info: info, ...(row.blocked === true && { blocked: true }) };
      const settings = sealedSettings(box, name, params, open);
      return [thing(id, { ...name, alias, teamId: textOf(info.team_id), ...madeBy(row), settings })];
    });
    await writeImported(target, 'model', things, report);
  }
}

/** Credentials by their names, in the same way. */
export async function importCredentials(context: ImportContext): Promise<void> {
  const { source, target, report, box } = context;
  for await (const rows of source.parts('LiteLLM_CredentialsTable', ['credential_id'])) {
    const things = rows.flatMap((row) => {
      const id = textOf(row.credential_id);
      const alias = textOf(row.credential_name);
      if (id === null || alias === null) return [];
      const values = opened(context, 'credential', alias, row.credential_values);
      if (!values) return [];
      const name = { kind: 'credential', id } as const;
      const settings = sealedSettings(box, name, values, { credential_info: mappingOf(row.credential_info) });
      return [thing(id, { ...name, alias, ...madeBy(row), settings })];
    });
    await writeImported(target, 'credential', things, report);
  }
}

/** Sections of a configuration that LiteLLM keeps in its database (`litellm/proxy/proxy_server.py`, 1.108.7). */
const SECTIONS = new Set(['general_settings', 'router_settings', 'litellm_settings', 'environment_variables']);

/** Settings that were written by its pages. */
export async function importSettings(context: ImportContext): Promise<void> {
  const { source, target, report, box } = context;
  const things: ImportedThing[] = [];
  for (const row of await source.all('LiteLLM_Config', ['param_name'])) {
    const id = textOf(row.param_name);
    if (id === null || !SECTIONS.has(id)) continue;
    const value = jsonOf(row.param_value);
    if (!isMapping(value) || Object.keys(value).length === 0) continue;
    const read = id === 'environment_variables' ? opened(context, 'setting', id, value) : value;
    if (!read) continue;
    const name = { kind: 'setting', id } as const;
    things.push(thing(id, { ...name, settings: sealedSettings(box, name, read) }));
  }
  await writeImported(target, 'setting', things, report);
}

/** What stands in a row in the clear; a row that cannot be read is told of. */
function opened(
  { liteLlmKey, report }: ImportContext,
  kind: 'model' | 'credential' | 'setting',
  id: string,
  written: unknown,
): Mapping | undefined {
  const read = decrypted(mappingOf(written), liteLlmKey);
  if ('values' in read) return read.values;
  report.of(kind).failed++;
  report.problem({ kind, id, reason: read.reason });
  return undefined;
}

/** Names for several models at once, which keys and teams are given. */
export async function importAccessGroups({ source, target, report }: ImportContext): Promise<void> {
  const digests = new Map<string, string>();
  const keys = await target
    .selectFrom('key_digests')
    .select(['digest', 'key_id'])
    .where('valid_until', 'is', null)
    .execute();
  for (const { digest, key_id: id } of keys) digests.set(digest, id);
  for await (const rows of source.parts('LiteLLM_AccessGroupTable', ['access_group_id'])) {
    const things = rows.flatMap((row) => {
      const id = textOf(row.access_group_id);
      if (id === null) return [];
      const settings = {
        ...(textOf(row.description) !== null && { description: row.description }),
        access_model_names: textsOf(row.access_model_names),
        assigned_team_ids: textsOf(row.assigned_team_ids),
        assigned_key_ids: textsOf(row.assigned_key_ids).flatMap((digest) => digests.get(digest) ?? []),
      };
      return [thing(id, { kind: 'access_group', id, alias: textOf(row.access_group_name), ...madeBy(row), settings })];
    });
    await writeImported(target, 'access_group', things, report);
  }
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
