import type { Caller } from '@showrunner/access';
import { VirtualKey } from '../../keys/virtual-key.ts';
import { askedModel } from '../../route/asked-model.ts';
import type { Serving } from '../../serving/serving.ts';

/** Which names a caller may ask for: lists show no others. */
export function askableBy(caller: Caller, { router }: Pick<Serving, 'router'>): (name: string) => boolean {
  if (!(caller instanceof VirtualKey) || (caller.models.areOpen && !router.hasTeamModels)) return () => true;
  return (name) => caller.models.ownerRefusing(askedModel(router, name)) === undefined;
}
