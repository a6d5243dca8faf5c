import { Authenticator, permit, type Caller, type Identity } from '@showrunner/access';
import type { Secret } from '@showrunner/service';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { KnownKeys } from '../keys/known-keys.ts';
import { administrator } from './administrator.ts';
import { callerRefusal, scopeRefusal } from './caller-refusal.ts';
import { claimLimits, takeLimits } from './claim-limits.ts';
import { inWorkspace } from './in-workspace.ts';
import { KEY_HEADERS } from './key-headers.ts';

/** Decides on the matched route who may go on. */
export interface Admission {
  /** Throws a 403 for pages of other sites where there is no key, whatever they ask for. */
  refuseForeignPage(request: FastifyRequest): void;
  /**
   * The caller, with `scope` among what they may do; throws 400, 401, 403 or 429. What is left of the key's limits is
   * told on the reply's head.
   */
  admit(request: FastifyRequest, scope: string, reply: FastifyReply): Promise<Caller>;
  /**
   * Counts a generation that the caller waits for among those that the key has under way, until the reply has ended;
   * throws 429. A job is counted when it runs, and waits its turn till then.
   */
  admitGeneration(caller: Caller, reply: FastifyReply): Promise<void>;
  /**
   * The same for one that goes on without its caller: it counts until what this gives is called, which it has to be
   * once.
   */
  holdGeneration(caller: Caller, reply: FastifyReply): Promise<() => void>;
  /** Whether the caller is known, for answers that only say more to those. */
  isKnown(request: FastifyRequest): Promise<boolean>;
  /** Whether a request that was admitted a while ago still would be: its key may have been changed since. */
  mayGoOn(request: FastifyRequest, scope: string): Promise<boolean>;
  /** Before which other work of its workspace that of a caller comes: 0 to 9. */
  priorityOf(caller: Caller): Promise<number>;
}

/** Of the configured key, which has no row that says so. */
const USUAL_PRIORITY = 5;

export interface AdmissionOptions {
  /** Without one everybody on this machine is let in. */
  readonly key: Secret | undefined;
  readonly keys?: KnownKeys;
  /** Under which names that holds, beside those of loopback. */
  readonly allowedHosts?: readonly string[] | undefined;
}

export function createAdmission({ key, keys, allowedHosts }: AdmissionOptions): Admission {
  const authenticator = new Authenticator({
    headers: KEY_HEADERS,
    key: key?.reveal(),
    holders: keys,
    administrator,
    allowedHosts,
  });
  return {
    refuseForeignPage({ raw }) {
      if (authenticator.isForeign(raw)) throw callerRefusal('foreign_page');
    },

    async admit(request, scope, reply) {
      const caller = permitted(await authenticator.identify(request.raw), scope);
      const limiters = await keys?.limitersOf(caller.keyId);
      if (limiters) await claimLimits(limiters.requests, reply);
      return inWorkspace(caller, request.query);
    },

    async admitGeneration(caller, reply) {
      const limiters = await keys?.limitersOf(caller.keyId);
      if (limiters) await claimLimits(limiters.generations, reply);
    },

    async holdGeneration(caller, reply) {
      const limiters = await keys?.limitersOf(caller.keyId);
      return limiters ? takeLimits(limiters.generations, reply) : () => undefined;
    },

    async isKnown({ raw }) {
      const { kind } = await authenticator.identify(raw);
      return kind === 'known';
    },

    async priorityOf({ keyId }) {
      const named = await keys?.withId(keyId);
      return named?.priority ?? USUAL_PRIORITY;
    },

    async mayGoOn({ raw }, scope) {
      try {
        const identity = await authenticator.identify(raw);
        return identity.kind === 'known' && permit(identity.caller, scope).kind === 'permitted';
      } catch {
        // The keys cannot be looked up now, which is not the caller's fault.
        return true;
      }
    },
  };
}

function permitted(identity: Identity, scope: string): Caller {
  if (identity.kind !== 'known') throw callerRefusal(identity.kind);
  const permission = permit(identity.caller, scope);
  if (permission.kind === 'lacks_scope') throw scopeRefusal(permission.scope);
  return identity.caller;
}
