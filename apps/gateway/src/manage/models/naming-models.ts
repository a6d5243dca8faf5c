import { mappingIn, textsIn } from '../../keys/settings.ts';
import type { GatewayError } from '../../failure/gateway-error.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import type { EntityWriter } from '../../stored/entities/entity-writer.ts';
import { notFound } from '../refusals.ts';

/** The access groups that a stored model names. */
export function groupsOf({ settings }: Entity): readonly string[] {
  return textsIn(mappingIn(settings, 'model_info'), 'access_groups');
}

/** The stored models that name a group. */
export async function modelsNaming(entities: Pick<EntityWriter, 'list'>, name: string): Promise<Entity[]> {
  return (await entities.list({ kind: 'model' })).filter((model) => groupsOf(model).includes(name));
}

export function groupNotFound(name: string): GatewayError {
  return notFound(`Access group '${name.slice(0, 200)}' not found`, 'access_group');
}
