import type { Deployment } from '../exchange/deployment/deployment.ts';
import type { Finding } from '../config/finding.ts';
import type { GatewayConfig } from '../config/gateway-config.ts';
import type { Alias } from '../config/sections/router-settings.ts';
import type { ModelGroup } from './model-group.ts';
import { teamOf } from './team-group.ts';
import { Wildcards } from './wildcards.ts';

/** Finds which deployments a model name means. Immutable: a reload makes a new one. */
export class Router {
  readonly groups: ReadonlyMap<string, ModelGroup>;
  readonly #aliases: ReadonlyMap<string, Alias>;
  readonly #byId: ReadonlyMap<string, ModelGroup>;
  readonly #byModel: ReadonlyMap<string, ModelGroup>;
  readonly #wildcards: Wildcards;
  /** Names of groups by team and public name. */
  readonly #ofTeams: ReadonlyMap<string, string>;

  constructor({ deployments, routing, findings }: Pick<GatewayConfig, 'deployments' | 'routing' | 'findings'>) {
    this.groups = withThoseOutOfService(
      groupBy(
        deployments,
        (deployment) => deployment.group,
        (deployment) => deployment.group,
      ),
      findings,
    );
    this.#aliases = routing.aliases;
    this.#byId = groupBy(
      deployments,
      (deployment) => deployment.id,
      (deployment) => deployment.group,
    );
    // A team's own answer to the names that the team knows: others who ask the vendor's name must not come to them.
    this.#byModel = groupBy(
      deployments.filter(({ info }) => typeof info.team_id !== 'string'),
      (deployment) => deployment.model,
      (deployment) => deployment.group,
    );
    this.#wildcards = new Wildcards([...this.groups.values()]);
    this.#ofTeams = new Map(
      [...this.groups.values()].flatMap((group) => {
        const own = teamOf(group);
        return own ? [[`${own.teamId} ${own.publicName}`, group.name] as const] : [];
      }),
    );
  }

  /** Whether there are models that only the keys of one team may ask. */
  get hasTeamModels(): boolean {
    return this.#ofTeams.size > 0;
  }

  /** The group that a key of this team means by a name; the name where the team has none of its own for it. */
  nameForTeam(model: string, teamId: string | undefined): string {
    if (teamId === undefined || this.#ofTeams.size === 0) return model;
    return this.#ofTeams.get(`${teamId} ${model}`) ?? model;
  }

  /**
   * LiteLLM's order: a deployment's id pins it, then alias, exact name, the most specific wildcard, and last the
   * vendor's model name.
   */
  resolve(model: string): ModelGroup | undefined {
    return (
      this.groups.get(this.#aliases.get(model)?.model ?? model) ??
      this.#byId.get(model) ??
      this.#wildcards.find(this.#aliases.get(model)?.model ?? model) ??
      this.#byModel.get(model)
    );
  }

  /** Whether it is a name that keys may ask for, those of one team included. */
  serves(model: string): boolean {
    return this.resolve(model) !== undefined || [...this.#ofTeams.keys()].some((key) => key.endsWith(` ${model}`));
  }

  /** The deployment of this id, as it was written. */
  deployment(id: string): Deployment | undefined {
    return this.#byId.get(id)?.deployments[0];
  }

  /** A name for metrics and logs: what callers make up counts as the wildcard that took it, or as `other`. */
  boundedName(model: string): string {
    if (this.groups.has(model) || this.#aliases.has(model)) return model;
    return this.resolve(model)?.name ?? 'other';
  }

  /** The names to list: visible aliases and groups that somebody serves who is not blocked; a wildcard as it is written. */
  get names(): string[] {
    const aliases = [...this.#aliases].filter(([, alias]) => !alias.hidden).map(([name]) => name);
    const names = new Set([...aliases, ...this.groups.keys()]);
    return [...names].filter((name) => this.resolve(name)?.deployments.some(({ isBlocked }) => !isBlocked) ?? true);
  }

  get aliases(): ReadonlyMap<string, Alias> {
    return this.#aliases;
  }
}

function groupBy(
  deployments: readonly Deployment[],
  keyOf: (deployment: Deployment) => string,
  nameOf: (deployment: Deployment) => string,
): ReadonlyMap<string, ModelGroup> {
  const members = new Map<string, Deployment[]>();
  for (const deployment of deployments) {
    const key = keyOf(deployment);
    members.set(key, [...(members.get(key) ?? []), deployment]);
  }
  return new Map(
    [...members].map(([key, list]) => [
      key,
      { name: list[0] === undefined ? key : nameOf(list[0]), deployments: list, outOfService: [] },
    ]),
  );
}

/** Names whose entries have an error keep their place, so that who asks for them is told why, or falls back. */
function withThoseOutOfService(
  groups: ReadonlyMap<string, ModelGroup>,
  findings: readonly Finding[],
): ReadonlyMap<string, ModelGroup> {
  const all = new Map(groups);
  for (const { stops, path, message, fix } of findings) {
    if (typeof stops !== 'object') continue;
    const name = stops.model;
    const { deployments, outOfService } = all.get(name) ?? { deployments: [], outOfService: [] };
    all.set(name, { name, deployments, outOfService: [...outOfService, `${path}: ${message}; ${fix}`] });
  }
  return all;
}
