import type { Findings } from './finding.ts';
import type { ConfiguredSettings } from './gateway-config.ts';
import type { FallbackTable } from './reading/fallback-table.ts';
import { nearestKey } from './reading/nearest-key.ts';

/** Whether what one part of a configuration names is there in another part. */
export function checkReferences(
  config: ConfiguredSettings,
  missing: ReadonlyMap<string, string>,
  findings: Findings,
): void {
  const { deployments, routing } = config;
  const groups = new Set(deployments.map((deployment) => deployment.group));
  const hasWildcard = [...groups].some((group) => group.includes('*'));
  const expectGroup = (name: string, path: string): void => {
    if (groups.has(name) || routing.aliases.has(name) || hasWildcard) return;
    const nearest = nearestKey(name, [...groups, ...routing.aliases.keys()]);
    findings.error(
      path,
      `names the group "${name}", which model_list does not have`,
      nearest === undefined ? `add a model with model_name: ${name}` : `write "${nearest}" if that was meant`,
    );
  };
  const expectTable = (table: FallbackTable | undefined, key: string): void => {
    for (const [group, others] of table ?? []) {
      if (group !== '*') expectGroup(group, `${key}.${group}`);
      for (const other of others) expectGroup(other, `${key}.${group}`);
    }
  };

  if (deployments.length === 0 && !findings.hasErrors) {
    findings.warning('model_list', 'has no model, so every request is refused', 'add a model');
  }
  for (const [name, alias] of routing.aliases) expectGroup(alias.model, `router_settings.model_group_alias.${name}`);
  expectTable(routing.fallbacks, 'fallbacks');
  expectTable(routing.contextWindowFallbacks, 'context_window_fallbacks');
  expectTable(routing.contentPolicyFallbacks, 'content_policy_fallbacks');
  for (const name of routing.defaultFallbacks) expectGroup(name, 'default_fallbacks');
  reportMissingVariables(missing, findings);
}

/** Keys of models are reported with their provider's name where they are read, the master key where access is. */
function reportMissingVariables(missing: ReadonlyMap<string, string>, findings: Findings): void {
  for (const [path, name] of missing) {
    if ((path.startsWith('model_list') && path.endsWith('.api_key')) || path.endsWith('.master_key')) continue;
    findings.warning(path, `${name} is not set`, `set ${name} in the environment or in .env, or remove the line`);
  }
}
