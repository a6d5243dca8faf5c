import { ADMIN, type Caller } from '@showrunner/access';

/** LiteLLM's name of its user, in what they made, changed and spent. */
export const ADMINISTRATOR_ID = 'default_user_id';

/** Whoever holds the master key, and everybody where there is none. */
export const administrator: Caller = {
  // LiteLLM's name for it in spend rows; a digest of a key that people choose could be guessed back.
  keyId: 'litellm_proxy_master_key',
  workspace: 'master',
  scopes: new Set([ADMIN]),
  grants: undefined,
};
