import { isFallbackTarget, type FallbackTable, type FallbackTarget } from '../../exchange/fallbacks.ts';
import { isMapping, kindOf } from '../../json/mapping.ts';
import { isOwnParameter } from '../../litellm/own-names.ts';
import type { Section } from './section.ts';

/** Lists of mappings as LiteLLM writes them (`- group: [other]`), or one mapping; nothing where the key is not there. */
export function readFallbackTable(section: Section, key: string): FallbackTable | undefined {
  const value = section.values[key];
  if (value === undefined) return undefined;
  const table = new Map<string, readonly FallbackTarget[]>();
  for (const entry of isMapping(value) ? [value] : section.list(key)) {
    for (const [group, others] of Object.entries(isMapping(entry) ? entry : { [String(entry)]: undefined })) {
      if (Array.isArray(others) && others.every(isFallbackTarget)) {
        table.set(
          group,
          others.map((other) => withoutOwnMembers(section, `${key}.${group}`, other)),
        );
      } else {
        section.findings.error(
          section.at(key),
          `"${group}" has ${kindOf(others)} in place of a list of groups`,
          `write - ${group}: [other-group]`,
        );
      }
    }
  }
  return table;
}

/** What a target changes is the request, as a vendor gets it; settings of a deployment stand with the deployment. */
function withoutOwnMembers(section: Section, place: string, target: FallbackTarget): FallbackTarget {
  if (typeof target === 'string') return target;
  const own = Object.keys(target).filter((member) => member !== 'model' && isOwnParameter(member));
  for (const member of own) {
    section.findings.warning(
      section.at(`${place}.${member}`),
      'is no member of a request, and so without effect here',
      'write it into litellm_params of that model',
    );
  }
  const kept = Object.entries(target).filter(([member]) => !own.includes(member));
  return { ...Object.fromEntries(kept), model: target.model };
}
