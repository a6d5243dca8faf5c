import type { Caller } from '@showrunner/access';
import { textIn } from '../keys/settings.ts';
import { VirtualKey } from '../keys/virtual-key.ts';

/** Who called, as metrics, callbacks, spans and alerts name them. */
export interface CallerFacts {
  /** LiteLLM's: a virtual key's SHA-256, and for the master key its name. */
  readonly keyHash: string;
  readonly keyAlias: string | undefined;
  readonly userId: string | undefined;
  readonly userEmail: string | undefined;
  readonly userAlias: string | undefined;
  readonly teamId: string | undefined;
  readonly teamAlias: string | undefined;
  readonly organizationId: string | undefined;
  readonly organizationAlias: string | undefined;
}

/** LiteLLM's id of whoever holds the master key (`proxy/_types.py`, 1.108.7). */
const MASTER_USER = 'default_user_id';

export function callerFacts(caller: Caller): CallerFacts {
  if (!(caller instanceof VirtualKey)) return { ...NOBODY, keyHash: caller.keyId, userId: MASTER_USER };
  const { team, user, organization } = caller.holding;
  return {
    keyHash: caller.digest,
    keyAlias: caller.alias,
    userId: caller.userId,
    userEmail: textIn(user?.settings, 'user_email') ?? user?.alias ?? undefined,
    userAlias: textIn(user?.settings, 'user_alias'),
    teamId: caller.teamId,
    teamAlias: team?.alias ?? undefined,
    organizationId: organization?.id,
    organizationAlias: organization?.alias ?? undefined,
  };
}

const NOBODY = {
  keyAlias: undefined,
  userEmail: undefined,
  userAlias: undefined,
  teamId: undefined,
  teamAlias: undefined,
  organizationId: undefined,
  organizationAlias: undefined,
};
