import { ADMIN, type Caller } from '@showrunner/access';
import { ADMINISTRATOR } from '../keys/known-keys.ts';

/** Whoever holds `MPC_API_KEY`, and everybody on an open server: one workspace, so that setting a key later loses nothing. */
export const administrator: Caller = {
  keyId: ADMINISTRATOR,
  workspace: 'default',
  scopes: new Set([ADMIN]),
  grants: undefined,
};
