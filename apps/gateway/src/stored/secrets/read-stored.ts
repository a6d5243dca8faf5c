import type { StoredConfiguration } from '../../config/stored-configuration.ts';
import { isMapping, type Mapping } from '../../json/mapping.ts';
import type { Entities } from '../entities/entities.ts';
import type { Entity } from '../entities/entity.ts';
import type { SecretBox } from './secret-box.ts';
import { unsealed } from './sealed-entities.ts';

/** What of a configuration lies in the database. Rejects with a `CannotUnsealError` where it was sealed under another key. */
export async function readStored(entities: Entities, box: SecretBox): Promise<StoredConfiguration> {
  const oldestFirst = { direction: 'asc' } as const;
  const credentials = await entities.list({ kind: 'credential' }, oldestFirst);
  const models = await entities.list({ kind: 'model' }, oldestFirst);
  const settings = await entities.list({ kind: 'setting' }, oldestFirst);
  return {
    credentials: new Map(credentials.map((one) => [one.alias ?? one.id, opened(box, one)])),
    models: models.map((model) => ({ id: model.id, entry: entryOf(box, model) })),
    sections: Object.fromEntries(settings.map((one) => [one.id, opened(box, one)])),
  };
}

/** A model as an entry of `model_list` has it. */
export function entryOf(box: SecretBox, model: Entity): Mapping {
  const { id, alias, settings } = model;
  return {
    model_name: isMapping(settings.model_info) ? groupName(alias, settings.model_info) : alias,
    litellm_params: opened(box, model),
    model_info: {
      ...(isMapping(settings.model_info) && settings.model_info),
      id,
      db_model: true,
      ...blockedOf(settings),
    },
  };
}

/** Models of a team stand apart, under names as LiteLLM makes them: the team's keys ask for them by their public ones. */
function groupName(alias: string | null, { team_id: team, team_public_model_name: name }: Mapping): string | null {
  return typeof team === 'string' && typeof name === 'string' ? `model_name_${team}_${name}` : alias;
}

function blockedOf({ blocked }: Mapping): Mapping {
  return blocked === true ? { blocked: true } : {};
}

function opened(box: SecretBox, entity: Entity): Mapping {
  const value = unsealed(box, entity);
  return isMapping(value) ? value : {};
}
