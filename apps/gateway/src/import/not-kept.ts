import type { Mapping } from '../json/mapping.ts';
import type { LiteLlmRows } from './litellm-rows.ts';
import { jsonOf, mappingOf, saysNothing, textOf } from './read-columns.ts';

/**
 * What narrows keys of a LiteLLM and stands in tables of its own (`schema.prisma`, 1.108.7). Whoever is held to what
 * nothing here goes by is refused, with the words of it; guardrails that stand before them come as theirs, so that a
 * request is refused that would meet one which does not run here.
 */
export class ForeignRules {
  /** Why a project narrows, by its id; projects that narrow nothing are left out. */
  readonly #projects: ReadonlyMap<string, string>;
  /** Object permissions that keep tools from requests. */
  readonly #permissions: ReadonlySet<string>;
  readonly #policies: ReadonlyMap<string, Mapping>;
  readonly #attachments: readonly Mapping[];
  readonly #guardrails: readonly Mapping[];
  /** Policies of users, by their ids. */
  readonly #ofUsers: ReadonlyMap<string, readonly string[]>;

  private constructor(tables: Tables) {
    const { projects, permissions, policies, attachments, guardrails, users } = tables;
    this.#projects = new Map(
      projects.flatMap((row) => (isNarrow(row) ? [[String(row.project_id), nameOf(row)] as const] : [])),
    );
    this.#permissions = new Set(
      permissions.flatMap((row) => (textsOf(row.blocked_tools).length > 0 ? [String(row.object_permission_id)] : [])),
    );
    this.#policies = new Map(policies.filter(isInUse).map((row) => [String(row.policy_name), row]));
    this.#attachments = attachments;
    this.#guardrails = guardrails.filter(isAlwaysOn);
    this.#ofUsers = new Map(users.map((row) => [String(row.user_id), textsOf(row.policies)]));
  }

  static async of(source: LiteLlmRows): Promise<ForeignRules> {
    const policies = await source.all('LiteLLM_PolicyTable', ['policy_id']);
    return new ForeignRules({
      policies,
      projects: await source.all('LiteLLM_ProjectTable', ['project_id']),
      permissions: await source.all('LiteLLM_ObjectPermissionTable', ['object_permission_id']),
      attachments: await source.all('LiteLLM_PolicyAttachmentTable', ['attachment_id']),
      guardrails: await source.all('LiteLLM_GuardrailsTable', ['guardrail_id']),
      users: policies.length === 0 ? [] : await source.all('LiteLLM_UserTable', ['user_id']),
    });
  }

  /** What a row is held to that nothing here goes by, in words. */
  notKept(row: Mapping): string[] {
    const project = this.#projects.get(String(row.project_id));
    const isTraced = mappingOf(row.metadata).require_trace_id === true;
    return [
      ...(project === undefined ? [] : [`project ${project}`]),
      ...(textOf(row.agent_id) === null ? [] : [`agent ${String(row.agent_id)}`]),
      ...(this.#permissions.has(String(row.object_permission_id)) ? ['blocked tools'] : []),
      ...(isTraced ? ['require_trace_id'] : []),
      ...this.#policiesOf(row, null).flatMap((name) =>
        saysNothing(jsonOf(this.#policies.get(name)?.pipeline)) ? [] : [`pipeline of the policy ${name}`],
      ),
    ];
  }

  /** The guardrails that stand before requests of a key, beside those that it names itself. */
  guardrails(key: Mapping, team: Mapping | undefined): string[] {
    const policies = [...this.#policiesOf(key, team ?? null), ...textsOf(team?.policies)];
    const always = this.#guardrails.filter(({ team_id: of }) => textOf(of) === null || of === key.team_id);
    return [
      ...new Set([
        ...policies.flatMap((name) => this.#addedBy(name, new Set())),
        ...always.map(({ guardrail_name: name }) => String(name)),
      ]),
    ];
  }

  #policiesOf(row: Mapping, team: Mapping | null): string[] {
    const attached = this.#attachments.filter((attachment) => isAttached(attachment, row, team));
    return [
      ...textsOf(row.policies),
      ...(this.#ofUsers.get(String(row.user_id)) ?? []),
      ...attached.map(({ policy_name: name }) => String(name)),
    ];
  }

  /** Under whatever condition: what is guarded more often than there is no freer. */
  #addedBy(name: string, seen: Set<string>): string[] {
    const policy = this.#policies.get(name);
    if (!policy || seen.has(name)) return [];
    seen.add(name);
    const parent = textOf(policy.inherit);
    return [...(parent === null ? [] : this.#addedBy(parent, seen)), ...textsOf(policy.guardrails_add)];
  }
}

interface Tables {
  readonly projects: readonly Mapping[];
  readonly permissions: readonly Mapping[];
  readonly policies: readonly Mapping[];
  readonly attachments: readonly Mapping[];
  readonly guardrails: readonly Mapping[];
  readonly users: readonly Mapping[];
}

/** What of a project keeps its keys from something. */
function isNarrow(row: Mapping): boolean {
  const limits = ['models', 'budget_id', 'blocked', 'object_permission_id'].map((name) => row[name]);
  const tables = ['model_rpm_limit', 'model_tpm_limit', 'metadata'].map((name) => mappingOf(row[name]));
  return [...limits, ...tables].some((value) => !saysNothing(value));
}

function nameOf(row: Mapping): string {
  return textOf(row.project_alias) ?? String(row.project_id);
}

/** Drafts hold nobody. */
function isInUse({ version_status: status }: Mapping): boolean {
  return status === undefined || status === null || status === 'production';
}

function isAlwaysOn({ litellm_params: params, status }: Mapping): boolean {
  return mappingOf(params).default_on === true && (status === undefined || status === null || status === 'active');
}

/** Where an attachment names models or tags alone, any request may be one of them. */
function isAttached({ scope, teams, keys }: Mapping, row: Mapping, team: Mapping | null): boolean {
  const [ofTeams, ofKeys] = [textsOf(teams), textsOf(keys)];
  if (scope === '*' || (ofTeams.length === 0 && ofKeys.length === 0)) return true;
  return matches(ofKeys, row.key_alias) || matches(ofTeams, team?.team_alias ?? row.team_alias);
}

/** Names, or beginnings of names with a star behind them. */
function matches(patterns: readonly string[], name: unknown): boolean {
  if (typeof name !== 'string') return patterns.includes('*');
  return patterns.some((one) => one === name || (one.endsWith('*') && name.startsWith(one.slice(0, -1))));
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string' && one !== '') : [];
}
