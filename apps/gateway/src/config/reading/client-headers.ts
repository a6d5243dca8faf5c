import type { Section } from './section.ts';
import { namePattern } from './name-pattern.ts';

/** `forward_client_headers_to_llm_api`: of whose callers the headers go on to the vendor. */
export interface ClientHeaderSettings {
  /** Names of models as callers write them; nothing where it is so of all. */
  readonly models: readonly RegExp[] | undefined;
}

/** Of all models by `general_settings`, of some by `litellm_settings.model_group_settings`; nothing where of none. */
export function readClientHeaders(general: Section, litellm: Section): ClientHeaderSettings | undefined {
  const member = 'forward_client_headers_to_llm_api';
  if (general.flag(member) === true) return { models: undefined };
  const groups = litellm.section('model_group_settings').texts(member) ?? [];
  return groups.length === 0 ? undefined : { models: groups.map(namePattern) };
}
