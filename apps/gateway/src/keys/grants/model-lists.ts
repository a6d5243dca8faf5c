import type { Entity } from '../../stored/entities/entity.ts';
import type { Holding } from '../holding.ts';
import { EVERY_MODEL, ModelGrants, type AskedModel } from './model-grants.ts';
import { textsIn } from '../settings.ts';

/** Whose list of models keeps a call out. */
export type ListOwner = 'key' | 'team' | 'member' | 'user' | 'organization' | 'customer';

interface OwnedList {
  readonly owner: ListOwner;
  readonly grants: ModelGrants;
}

/** The lists of models that a key has to keep to; those that name everything are left out. */
export class ModelLists {
  readonly #lists: readonly OwnedList[];
  readonly #teamId: string | null;

  constructor(holding: Holding) {
    const { key, team, user, member, organization } = holding;
    this.#teamId = key.teamId;
    this.#lists = [
      { owner: 'key', grants: keyGrants(holding) } as const,
      { owner: 'team', grants: team ? withGroups(team, holding) : EVERY_MODEL } as const,
      { owner: 'organization', grants: new ModelGrants(textsIn(organization?.settings, 'models')) } as const,
      { owner: 'member', grants: new ModelGrants(textsIn(member?.settings, 'allowed_models')) } as const,
      // A key of a team asks what its team may, whosever it is.
      { owner: 'user', grants: key.teamId === null && user ? userGrants(user) : EVERY_MODEL } as const,
    ].filter(({ grants }) => !grants.isEverything);
  }

  /** Whether every model may be asked that is no other team's. */
  get areOpen(): boolean {
    return this.#lists.length === 0;
  }

  /** Whose list keeps this model out; nothing where none does. */
  ownerRefusing(model: AskedModel): ListOwner | undefined {
    if (model.teamId !== undefined && model.teamId !== this.#teamId) return 'key';
    return this.#lists.find(({ grants }) => !grants.hold(model))?.owner;
  }

  /** What each of them names, for lists of what may be asked. */
  get written(): readonly (readonly string[])[] {
    return this.#lists.map(({ grants }) => grants.written);
  }
}

/** `all-team-models` leaves it to the team's list, which holds anyway. */
function keyGrants(holding: Holding): ModelGrants {
  const { key } = holding;
  return textsIn(key.settings, 'models').includes('all-team-models') ? EVERY_MODEL : withGroups(key, holding);
}

/** A list that names something may be widened by access groups; an empty one is everything already. */
function withGroups({ settings }: Entity, { accessGroups }: Holding): ModelGrants {
  const models = textsIn(settings, 'models');
  const ids = new Set(textsIn(settings, 'access_group_ids'));
  const ofGroups = accessGroups
    .filter(({ id }) => ids.has(id))
    .flatMap((group) => textsIn(group.settings, 'access_model_names'));
  return new ModelGrants(models.length === 0 ? models : [...models, ...ofGroups]);
}

/** `no-default-models` among them keeps everything out, whatever else is named. */
function userGrants({ settings }: Entity): ModelGrants {
  const models = textsIn(settings, 'models');
  return new ModelGrants(models.includes('no-default-models') ? ['no-default-models'] : models);
}
