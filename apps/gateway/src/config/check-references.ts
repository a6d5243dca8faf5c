import { nearestName } from '@showrunner/errors/nearest-name';
import { isMapping } from '../json/mapping.ts';
import { errorsAmong, type Findings } from './finding.ts';
import type { ConfiguredSettings } from './gateway-config.ts';
import { nameOfTarget, type FallbackTable } from '../exchange/fallbacks.ts';
import { namePattern, withProvider } from './reading/name-pattern.ts';
import type { RoutingSettings } from './sections/router-settings.ts';

/**
 * The routing without the names that mean nobody; each of them is an error.
 *
 * @param file what was written, with the entries that are out: a name of theirs has its finding already
 */
export function withoutDanglingNames(settings: ConfiguredSettings, file: unknown, findings: Findings): RoutingSettings {
  const { routing } = settings;
  const names = new NamesInUse(settings, file, findings);
  const aliases = new Map(
    [...routing.aliases].filter(([name, { model }]) =>
      names.expectGroup(model, `router_settings.model_group_alias.${name}`, { model: name }),
    ),
  );
  const cleaned = (table: FallbackTable, key: string): FallbackTable => withoutDangling(table, key, names);
  const { semantic } = settings.cache ?? {};
  if (semantic) names.expectTarget(semantic.embeddingModel, 'litellm_settings.cache_params');
  const { fallbacks, contextWindowFallbacks: contextWindow, contentPolicyFallbacks: contentPolicy } = routing;
  return {
    ...routing,
    aliases,
    fallbacks: cleaned(fallbacks, 'fallbacks'),
    contextWindowFallbacks: contextWindow && cleaned(contextWindow, 'context_window_fallbacks'),
    contentPolicyFallbacks: contentPolicy && cleaned(contentPolicy, 'content_policy_fallbacks'),
    defaultFallbacks: routing.defaultFallbacks.filter((name) => names.expectTarget(name, 'default_fallbacks')),
  };
}

/** An entry of which no group is left is as if it were not written: the default fallbacks serve. */
function withoutDangling(table: FallbackTable, key: string, names: NamesInUse): FallbackTable {
  return new Map(
    [...table].flatMap(([group, others]) => {
      if (group !== '*') names.expectTarget(group, `${key}.${group}`);
      const left = others.filter((other) => names.expectTarget(nameOfTarget(other), `${key}.${group}`));
      return left.length === 0 && others.length > 0 ? [] : [[group, left] as const];
    }),
  );
}

/** The names that a configuration gives a meaning; those of entries that are out count, as they have their finding. */
class NamesInUse {
  readonly #groups: ReadonlySet<string>;
  readonly #targets: ReadonlySet<string>;
  readonly #patterns: readonly RegExp[];
  readonly #findings: Findings;

  constructor({ deployments, routing }: ConfiguredSettings, file: unknown, findings: Findings) {
    const out = findings.list.flatMap(({ stops }) => (typeof stops === 'object' ? [stops.model] : []));
    this.#groups = new Set([...deployments.map(({ group }) => group), ...out]);
    const others = [...deployments.flatMap(({ id, model }) => [id, model]), ...writtenTargets(file)];
    this.#targets = new Set([...this.#groups, ...routing.aliases.keys(), ...others]);
    this.#patterns = [...this.#groups].filter((group) => group.includes('*')).map(namePattern);
    this.#findings = findings;
  }

  /** Whether an alias may stand for this name: it is taken as a group's. */
  expectGroup(name: string, path: string, stops: { model: string }): boolean {
    if (this.#groups.has(name) || this.#isTaken(name)) return true;
    this.#report(name, path, stops);
    return false;
  }

  /** Whether a request could have this name. */
  expectTarget(name: string, path: string): boolean {
    if (this.#targets.has(name) || this.#isTaken(name)) return true;
    this.#report(name, path);
    return false;
  }

  #isTaken(name: string): boolean {
    if (this.#patterns.length === 0) return false;
    const spellings = [name, withProvider(name) ?? name];
    return this.#patterns.some((pattern) => spellings.some((spelling) => pattern.test(spelling)));
  }

  #report(name: string, path: string, stops?: { model: string }): void {
    const nearest = nearestName(name, this.#targets);
    this.#findings.error(
      path,
      `names the group "${name}", which model_list does not have`,
      nearest === undefined ? `add a model with model_name: ${name}` : `write "${nearest}" if that was meant`,
      stops,
    );
  }
}

/** The ids and the vendors' names of all entries of `model_list`, be they served or not. */
function writtenTargets(file: unknown): string[] {
  const entries = isMapping(file) && Array.isArray(file.model_list) ? file.model_list : [];
  return entries.flatMap((entry) => {
    if (!isMapping(entry)) return [];
    const { model_info: info, litellm_params: params } = entry;
    return [isMapping(info) ? info.id : undefined, isMapping(params) ? params.model : undefined]
      .filter((name) => typeof name === 'string' || typeof name === 'number')
      .map(String);
  });
}

/**
 * What is not set and nobody has reported. Keys of models are reported with their provider's name where they are read,
 * the master key where access is.
 */
export function reportMissingVariables(missing: ReadonlyMap<string, string>, findings: Findings): void {
  const reported = new Set(errorsAmong(findings.list).map(({ path }) => path));
  for (const [path, name] of missing) {
    const isKey = (path.startsWith('model_list') && path.endsWith('.api_key')) || path.endsWith('.master_key');
    if (isKey || reported.has(path)) continue;
    findings.warning(path, `${name} is not set`, `set ${name} in the environment or in .env, or remove the line`);
  }
}
