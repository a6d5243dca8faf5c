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
    model_name: alias,
    litellm_params: opened(box, model),
    model_info: {
      ...(isMapping(settings.model_info) && settings.model_info),
      id,
      db_model: true,
      ...blockedOf(settings),
    },
  };
}

function blockedOf({ blocked }: Mapping): Mapping {
  return blocked === true ? { blocked: true } : {};
}

function opened(box: SecretBox, entity: Entity): Mapping {
  const value = unsealed(box, entity);
  return isMapping(value) ? value : {};
}
