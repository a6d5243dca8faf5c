import { nearestKey } from './nearest-key.ts';
import type { Section } from './section.ts';

/**
 * What is known of the keys of one section. Source of LiteLLM's names: its documentation
 * `docs/proxy/config_settings.md` and `litellm/types/router.py`, 1.79 to 1.90.
 */
export interface KnownKeys {
  readonly actedOn: readonly string[];
  /** LiteLLM has them beside those; what they say changes nothing here. */
  readonly notActedOn: readonly string[];
}

/** Names as a list, from a text that is pleasant to read and to sort. */
export const words = (text: string): string[] => text.trim().split(/\s+/);

/** Reports each key of a section that is not acted on: what it may have meant, and whether LiteLLM has it. */
export function reportUnknownKeys(section: Section, known: KnownKeys): void {
  for (const key of Object.keys(section.values)) {
    if (!known.actedOn.includes(key)) reportUnknownKey(section, key, known);
  }
}

function reportUnknownKey(section: Section, key: string, { actedOn, notActedOn }: KnownKeys): void {
  if (notActedOn.includes(key)) {
    section.findings.hint(
      section.at(key),
      'is a setting of LiteLLM that this gateway does not act on',
      'leave it for LiteLLM, or remove it',
    );
    return;
  }
  const nearest = nearestKey(key, [...actedOn, ...notActedOn]);
  section.findings.warning(
    section.at(key),
    'is no setting that this gateway or LiteLLM knows',
    nearest === undefined ? 'remove it' : `write \`${nearest}\` if that was meant`,
  );
}
