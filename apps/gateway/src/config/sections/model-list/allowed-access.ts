import { accessMembers, isAccessMember, type AllowedAccess } from '../../../exchange/asked/callers-access.ts';
import { isMapping } from '../../../json/mapping.ts';
import type { Section } from '../../reading/section.ts';

const KEY = 'configurable_clientside_auth_params';

/**
 * `configurable_clientside_auth_params` of a deployment: names of what callers may say, and `{api_base: PATTERN}` for
 * which addresses (`litellm/proxy/auth/auth_utils.py`, 1.108.7). A deployment's key goes with the request wherever the
 * caller sends it.
 */
export function readAllowedAccess(params: Section): AllowedAccess | undefined {
  const listed = params.list(KEY);
  if (listed.length === 0) return undefined;
  const members = listed.filter(isAccessMember).map((member) => accessMembers[member]);
  const addresses = listed.filter(isMapping).flatMap(({ api_base: pattern }) => patternOf(pattern) ?? []);
  for (const [index, entry] of listed.entries()) {
    if (!isAccessMember(entry) && !(isMapping(entry) && patternOf(entry.api_base))) reportEntry(params, index);
  }
  if (members.includes('apiBase') && !members.includes('apiKey')) {
    params.findings.warning(
      params.at(KEY),
      'lets callers send the key of this deployment to any address',
      'write the addresses that you mean: {api_base: "^https://.*\\.example\\.com/"}',
    );
  }
  return { members: new Set(members), addresses };
}

/** From the beginning of the address, as Python's `re.match`; nothing where it is no pattern. */
function patternOf(text: unknown): RegExp | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    return new RegExp(`^(?:${text})`);
  } catch {
    return undefined;
  }
}

function reportEntry(params: Section, index: number): void {
  const path = `${params.at(KEY)}[${index}]`;
  const names = Object.keys(accessMembers).join(', ');
  params.findings.warning(path, 'is not let through', `write one of ${names}, or {api_base: PATTERN}`);
}
