import { timingSafeEqualSecret } from '@showrunner/service';
import type { Secret } from '@showrunner/service';
import { administrator } from './principal.ts';
import type { Principal } from './principal.ts';

/** Finds out who presents a key. Another kind (named keys in the database) is another implementation of this. */
export interface Authenticator {
  /** True when everybody is let in: no key is configured, and the server listens on loopback only. */
  readonly isOpen: boolean;
  authenticate(key: string | undefined): Promise<Principal | undefined>;
}

/** Nothing longer can be a key of ours; it is refused before it is hashed. */
const MAX_KEY_LENGTH = 512;

/** `MPC_API_KEY`. Digests are compared, so that neither length nor content of the key shows in the time it takes. */
export function keyAuthenticator(configured: Secret): Authenticator {
  return {
    isOpen: false,
    async authenticate(key) {
      if (key === undefined || key.length > MAX_KEY_LENGTH) return undefined;
      return timingSafeEqualSecret(key, configured) ? administrator : undefined;
    },
  };
}

export function openAuthenticator(): Authenticator {
  return { isOpen: true, authenticate: async () => administrator };
}
