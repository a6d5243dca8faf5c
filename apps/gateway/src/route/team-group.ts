import type { ModelGroup } from './model-group.ts';

/** Whose a group is that only one team may ask. */
export interface TeamGroup {
  readonly teamId: string;
  /** By which the team asks for it. */
  readonly publicName: string;
}

/** `model_info.team_id` and `team_public_model_name`; nothing of a group that is everybody's. */
export function teamOf({ name, deployments }: ModelGroup): TeamGroup | undefined {
  const info = deployments[0]?.info;
  if (typeof info?.team_id !== 'string') return undefined;
  const { team_public_model_name: publicName } = info;
  return { teamId: info.team_id, publicName: typeof publicName === 'string' ? publicName : name };
}
