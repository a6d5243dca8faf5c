import { ADMIN, type Caller } from '@showrunner/access';

/** Whoever holds the master key, and everybody where there is none. */
export const administrator: Caller = {
  // LiteLLM's name for it in spend rows; a digest of a key that people choose could be guessed back.
  keyId: 'litellm_proxy_master_key',
  workspace: 'master',
  scopes: new Set([ADMIN]),
  grants: undefined,
};
