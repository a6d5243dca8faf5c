import type { Section } from '../../reading/section.ts';

/** What narrows the requests of all callers. */
export interface DemandSettings {
  /** Members, some with one of their own members: `user`, `metadata` and `generation_name`. */
  readonly requiredMembers: readonly (readonly [member: string, within: string | undefined])[];
  /** Tags in `metadata` are refused. */
  readonly refusesTags: boolean;
  /** How long a body may be. */
  readonly mostMegabytes: number | undefined;
}

export function readDemands(general: Section): DemandSettings | undefined {
  const members = [
    ...(general.flag('enforce_user_param') === true ? ['user'] : []),
    ...(general.texts('enforced_params') ?? []),
  ];
  const refusesTags = general.flag('reject_clientside_metadata_tags') ?? false;
  // 0 is no limit in LiteLLM.
  const mostMegabytes = general.number('max_request_size_mb') || undefined;
  if (members.length === 0 && !refusesTags && mostMegabytes === undefined) return undefined;
  return { requiredMembers: members.map(memberWithin), refusesTags, mostMegabytes };
}

/** `metadata.generation_name`: a member, or one within it. */
export function memberWithin(path: string): [string, string | undefined] {
  const [member = path, within] = path.split('.');
  return [member, within];
}
