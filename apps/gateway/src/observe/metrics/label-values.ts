import type { Deployment } from '../../exchange/deployment/deployment.ts';
import type { Question } from '../../exchange/record/record.ts';
import type { CustomLabelName, LabelName } from '../../litellm/metric-labels.ts';
import type { CallerFacts } from '../caller-facts.ts';

export type LabelValues = Readonly<
  Partial<Record<Exclude<LabelName, CustomLabelName>, string>> & Record<CustomLabelName, string>
>;

/** What LiteLLM writes where a label has no value: Python's word for nothing. */
export const NOTHING = 'None';

/** Longer values are callers' own, and cut. */
const LONGEST_VALUE = 256;

/** Who called. */
export function callerLabels(facts: CallerFacts): LabelValues {
  return {
    hashed_api_key: facts.keyHash,
    api_key_alias: facts.keyAlias ?? NOTHING,
    user: facts.userId ?? NOTHING,
    user_email: facts.userEmail ?? NOTHING,
    user_alias: facts.userAlias ?? NOTHING,
    team: facts.teamId ?? NOTHING,
    team_alias: facts.teamAlias ?? NOTHING,
    org_id: facts.organizationId ?? NOTHING,
    org_alias: facts.organizationAlias ?? NOTHING,
  };
}

/** Whoever could not be told apart: a caller without a key that is known. */
export const NO_CALLER: LabelValues = {
  hashed_api_key: NOTHING,
  api_key_alias: NOTHING,
  user: NOTHING,
  user_email: NOTHING,
  user_alias: NOTHING,
  team: NOTHING,
  team_alias: NOTHING,
  org_id: NOTHING,
  org_alias: NOTHING,
};

/** Who answered. What callers make up of a wildcard counts as the wildcard that took it. */
export function deploymentLabels({ id, group, model, vendorModel, settings, adapter }: Deployment): LabelValues {
  const name = group.includes('*') || model.includes('*') ? group : vendorModel;
  return {
    model_group: group,
    model: name,
    litellm_model_name: name,
    model_id: id,
    api_base: settings.apiBase ?? NOTHING,
    api_provider: adapter.name,
  };
}

/** Nobody was asked. */
export const NO_DEPLOYMENT: LabelValues = {
  model_group: NOTHING,
  model: NOTHING,
  litellm_model_name: '',
  model_id: '',
  api_base: '',
  api_provider: '',
};

/** What a client says of itself, within bounds. */
export function written(value: string | undefined): string {
  if (value === undefined) return NOTHING;
  return value.length > LONGEST_VALUE ? value.slice(0, LONGEST_VALUE) : value;
}

/** What a client says of itself, and for whom it calls where customers are told apart. */
export function saidLabels(
  { route, clientIp, userAgent, isStream }: Pick<Question, 'route' | 'clientIp' | 'userAgent' | 'isStream'>,
  customer: string | undefined,
): LabelValues {
  return {
    route,
    client_ip: clientIp ?? NOTHING,
    user_agent: written(userAgent),
    stream: isStream ? 'True' : 'False',
    end_user: customer ?? NOTHING,
  };
}
