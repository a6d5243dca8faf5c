import type { Caller } from '@showrunner/access';
import type { RouteTable } from '@showrunner/routes';
import type { Handlers } from '@showrunner/service';
import { z } from 'zod';
import { checkSeesEverything } from '../granter.ts';
import type { StoredPorts } from '../models/stored-ports.ts';
import {
  addCredential,
  changeCredential,
  credentialOfModel,
  credentialOfName,
  listCredentials,
  removeCredential,
} from './credentials.ts';

const done = { kind: 'json', name: 'CredentialChange', schema: z.looseObject({}) } as const;
const credential = { kind: 'json', name: 'Credential', schema: z.looseObject({}) } as const;
const reads = { method: 'get', tag: 'Credentials', scope: 'credentials:read', errors: ['NOT_FOUND'] } as const;
const writes = { tag: 'Credentials', scope: 'credentials:write', errors: ['NOT_FOUND'] } as const;

/** Values of `litellm_params` that several models share, by a name; what is secret of them is never shown. */
export const credentialRoutes = {
  addCredential: { ...writes, method: 'post', path: '/credentials', summary: 'Keep a credential', answer: done },
  listCredentials: { ...reads, path: '/credentials', summary: 'List credentials', answer: done, errors: [] },
  getCredential: {
    ...reads,
    path: '/credentials/by_name/{+credential_name}',
    summary: 'Read a credential',
    answer: credential,
  },
  getCredentialOfModel: {
    ...reads,
    path: '/credentials/by_model/{model_id}',
    summary: 'Read what a stored model is called with',
    answer: credential,
  },
  changeCredential: {
    ...writes,
    method: 'patch',
    path: '/credentials/{+credential_name}',
    summary: 'Change a credential',
    answer: done,
  },
  removeCredential: {
    ...writes,
    method: 'delete',
    path: '/credentials/{+credential_name}',
    summary: 'Delete a credential',
    answer: done,
  },
} as const satisfies RouteTable;

export function credentialHandlers(ports: StoredPorts): Handlers<typeof credentialRoutes, Caller> {
  return {
    addCredential: ({ request, caller }) => addCredential(ports, caller, request.body),
    listCredentials({ caller }) {
      checkSeesEverything(caller);
      return listCredentials(ports);
    },
    getCredential({ path: { credential_name: name }, caller }) {
      checkSeesEverything(caller);
      return credentialOfName(ports, name);
    },
    getCredentialOfModel({ path: { model_id: id }, caller }) {
      checkSeesEverything(caller);
      return credentialOfModel(ports, id);
    },
    changeCredential: ({ path: { credential_name: name }, request, caller }) =>
      changeCredential(ports, caller, name, request.body),
    removeCredential: ({ path: { credential_name: name }, caller }) => removeCredential(ports, caller, name),
  };
}
