import type { Caller } from '@showrunner/access';
import type { RouteTable } from '@showrunner/routes';
import type { Handlers } from '@showrunner/service';
import { z } from 'zod';
import { addModel, changeModel, namedModel, removeModel, setModelBlocked } from './stored-models.ts';
import type { StoredPorts } from './stored-ports.ts';

const model = { kind: 'json', name: 'StoredModel', schema: z.looseObject({}) } as const;
const writes = { method: 'post', tag: 'Stored models', scope: 'models:write', errors: ['NOT_FOUND'] } as const;

/** Models that are added while the gateway serves, beside the file's; for administrators, where `store_model_in_db` is set. */
export const storedModelRoutes = {
  addModel: { ...writes, path: '/model/new', summary: 'Add a model', answer: model, errors: [] },
  changeModel: {
    ...writes,
    path: '/model/update',
    summary: 'Change a stored model, which `model_info.id` names',
    answer: model,
  },
  patchModel: {
    ...writes,
    method: 'patch',
    path: '/model/{model_id}/update',
    summary: 'Change a stored model; null clears',
    answer: model,
  },
  removeModel: {
    ...writes,
    path: '/model/delete',
    summary: 'Delete a stored model',
    answer: { kind: 'json', name: 'DeletedModel', schema: z.looseObject({}) },
  },
  blockModel: { ...writes, path: '/model/block', summary: 'Keep a stored model from being called', answer: model },
  unblockModel: { ...writes, path: '/model/unblock', summary: 'Let a stored model be called again', answer: model },
} as const satisfies RouteTable;

export function storedModelHandlers(ports: StoredPorts): Handlers<typeof storedModelRoutes, Caller> {
  return {
    addModel: ({ request, caller }) => addModel(ports, caller, request.body),
    changeModel: ({ request, caller }) =>
      changeModel(ports, caller, {
        id: namedModel(request.body),
        body: request.body,
        merging: 'null keeps',
      }),
    patchModel: ({ path: { model_id: id }, request, caller }) =>
      changeModel(ports, caller, { id, body: request.body, merging: 'null clears' }),
    removeModel: ({ request, caller }) => removeModel(ports, caller, request.body),
    blockModel: ({ request, caller }) => setModelBlocked(ports, caller, request.body, true),
    unblockModel: ({ request, caller }) => setModelBlocked(ports, caller, request.body, false),
  };
}
