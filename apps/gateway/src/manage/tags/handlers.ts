import type { Caller } from '@showrunner/access';
import type { Handlers } from '@showrunner/service';
import { withKnownModels } from '../check-budget-models.ts';
import type { ManagementPorts } from '../management-ports.ts';
import type { tagRoutes } from './routes.ts';
import { changeTag, listTags, makeTag, readTags, removeTag } from './tags.ts';

export function tagHandlers(ports: ManagementPorts): Handlers<typeof tagRoutes, Caller> {
  const { entities } = ports;
  return {
    makeTag: ({ request, caller }) => makeTag(entities, caller, withKnownModels(ports, caller, request.body)),
    changeTag: ({ request, caller }) => changeTag(entities, caller, withKnownModels(ports, caller, request.body)),
    getTags: ({ request, caller }) => readTags(entities, caller, request.body),
    listTags: ({ caller }) => listTags(entities, caller),
    removeTag: ({ request, caller }) => removeTag(entities, caller, request.body),
  };
}
