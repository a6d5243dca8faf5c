import { nearestName } from '@showrunner/errors/nearest-name';
import { ownParameters } from '../../litellm/own-names.ts';
import { settingNames } from '../../litellm/setting-names.ts';
import type { Section } from './section.ts';

/** What is known of the keys of one section. */
export interface KnownKeys {
  readonly actedOn: readonly string[];
  /** All that LiteLLM has; what the others of them say changes nothing here. */
  readonly notActedOn: readonly string[];
  /** LiteLLM has them, and without them something differs in who gets in or what is seen: what that is. */
  readonly missed?: Readonly<Record<string, string>>;
  /** LiteLLM has them and narrows by them what callers may do: a gateway that passed them over would be too wide. */
  readonly unkept?: readonly string[];
}

/** Names as a list, from a text that is pleasant to read and to sort. */
export const words = (text: string): string[] => text.trim().split(/\s+/);

/** Reports each key of a section that is not acted on: what it may have meant, and whether LiteLLM has it. */
export function reportUnknownKeys(section: Section, known: KnownKeys): void {
  for (const key of Object.keys(section.values)) {
    if (known.actedOn.includes(key)) continue;
    if (known.unkept?.includes(key)) refuseUnkept(section, key);
    else if (known.missed?.[key] !== undefined) reportMissed(section, key, known.missed[key]);
    else if (known.notActedOn.includes(key)) reportNotActedOn(section, key);
    else reportUnknown(section, key, known);
  }
}

function reportNotActedOn(section: Section, key: string): void {
  section.findings.hint(
    section.at(key),
    'is a setting of LiteLLM that this gateway does not act on',
    'leave it for LiteLLM, or remove it',
  );
}

function reportMissed(section: Section, key: string, missing: string): void {
  section.findings.warning(
    section.at(key),
    `is a setting of LiteLLM that this gateway does not act on: ${missing}`,
    'do without it, or stay with LiteLLM',
  );
}

function refuseUnkept(section: Section, key: string): void {
  const value = section.values[key];
  const isOff =
    value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0);
  if (isOff) return;
  section.findings.error(
    section.at(key),
    'narrows what callers may do, and this gateway does not act on it: they could do more than it says',
    'remove it, and narrow that in front of the gateway',
    'everything',
  );
}

function reportUnknown(section: Section, key: string, { actedOn, notActedOn, missed, unkept }: KnownKeys): void {
  const nearest = nearestName(key, [...actedOn, ...notActedOn, ...Object.keys(missed ?? {}), ...(unkept ?? [])]);
  const fix = nearest === undefined ? 'remove it' : `write \`${nearest}\` if that was meant`;
  const home = homeOf(key, section);
  section.findings.warning(
    section.at(key),
    `is no setting that this gateway or LiteLLM knows${home === undefined ? '' : ' here'}`,
    home === undefined ? fix : `write it under ${home}`,
  );
}

/** The section in which LiteLLM has a key of this name. */
function homeOf(key: string, { path }: Section): string | undefined {
  if (path.startsWith('model_list') && (key === 'model' || ownParameters.has(key))) return 'litellm_params';
  return HOMES.find((section) => settingNames[section].includes(key));
}

const HOMES = ['router_settings', 'litellm_settings', 'general_settings', 'model_info'] as const;
