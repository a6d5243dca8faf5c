import type { Caller } from '@showrunner/access';
import type { KeyChanges, KeyInput } from '@showrunner/contract';
import { ErrorTypes, invalidInput } from '@showrunner/errors';
import type { BesideOf } from '../jobs/held-database.ts';
import { newId } from '../jobs/new-id.ts';
import { UNLIMITED, type ApiKey } from './api-key.ts';
import { excessOf } from './exceeds.ts';
import type { KeyPage, KeyStore } from './key-store.ts';
import type { KnownKeys } from './known-keys.ts';
import { newSecret } from './new-secret.ts';

/** A key with its secret, which nobody can read again. */
export interface MadeKey {
  readonly key: ApiKey;
  readonly secret: string;
}

/** Named keys as administrators handle them. What is not there is `undefined`; whoever would exceed themselves gets a 403. */
export interface Keys {
  list(page: Omit<KeyPage, 'workspace'>, workspace: string | undefined): Promise<ApiKey[]>;
  find(id: string): Promise<ApiKey | undefined>;
  make(input: KeyInput, maker: Caller, beside?: BesideOf<MadeKey>): Promise<MadeKey>;
  change(id: string, changes: KeyChanges, changer: Caller): Promise<ApiKey | undefined>;
  rotate(id: string, rotator: Caller, beside?: BesideOf<MadeKey>): Promise<MadeKey | undefined>;
  remove(id: string, what: { readonly cancelsJobs: boolean }): Promise<true | undefined>;
}

export interface KeysParts {
  readonly store: KeyStore;
  readonly known: KnownKeys;
  /** Cancels the jobs of a key that have not ended. */
  readonly cancelJobs: (keyId: string) => Promise<void>;
}

/** Workspace of a key that names none. */
const DEFAULT_WORKSPACE = 'default';

export function createKeys({ store, known, cancelJobs }: KeysParts): Keys {
  async function refuseExcess(key: ApiKey, { keyId }: Caller): Promise<void> {
    // The configured key has no row, and no bounds.
    const maker = await store.find(keyId);
    const excess = maker ? excessOf(key, maker) : [];
    if (excess.length === 0) return;
    const names = excess.map(({ member }) => member).join(', ');
    throw ErrorTypes.FORBIDDEN(`A key may not exceed the one that it is made or changed with: ${names}.`, {
      issues: excess.map(({ member: path, allowed }) => ({ path, reason: 'exceeds the key of the caller', allowed })),
    });
  }

  return {
    list: (page, workspace) => store.list({ ...page, workspace }),
    find: (id) => store.find(id),

    async make(input, maker, beside) {
      const { secret, ...kept } = newSecret();
      const key = newKey(input, maker, kept.hint);
      await refuseExcess(key, maker);
      await store.add(key, { secret, ...kept }, beside?.({ key, secret }));
      known.forget();
      return { key, secret };
    },

    async change(id, changes, changer) {
      const key = await store.find(id);
      if (!key) return undefined;
      const changed = withChanges(key, changes);
      await refuseExcess(changed, changer);
      const isThere = await store.change(changed);
      known.forget();
      return isThere ? changed : undefined;
    },

    async rotate(id, rotator, beside) {
      const key = await store.find(id);
      if (!key) return undefined;
      await refuseExcess(key, rotator);
      const { secret, ...kept } = newSecret();
      const rotated = { ...key, hint: kept.hint, rotatedAt: new Date().toISOString() };
      const made = { key: rotated, secret };
      const isThere = await store.change(rotated, { secret, ...kept }, beside?.(made));
      known.forget();
      return isThere ? made : undefined;
    },

    async remove(id, { cancelsJobs }) {
      const isGone = await store.remove(id);
      known.forget();
      if (!isGone) return undefined;
      if (cancelsJobs) await cancelJobs(id);
      return true;
    },
  };
}

function newKey(input: KeyInput, maker: Caller, hint: string): ApiKey {
  return {
    id: newId('key'),
    hint,
    name: input.name,
    workspace: input.workspace ?? DEFAULT_WORKSPACE,
    scopes: input.scopes,
    priority: input.priority,
    limits: { ...UNLIMITED, ...withoutUndefined(input.limits) },
    createdAt: new Date().toISOString(),
    createdBy: maker.keyId,
    rotatedAt: null,
    expiresAt: expiry(input.expires_at ?? null),
  };
}

function withChanges(key: ApiKey, { name, scopes, priority, limits, expires_at }: KeyChanges): ApiKey {
  return {
    ...key,
    ...withoutUndefined({ name, scopes, priority }),
    limits: { ...key.limits, ...withoutUndefined(limits) },
    ...(expires_at === undefined ? {} : { expiresAt: expiry(expires_at) }),
  };
}

/** In UTC, as times are kept. To end a key now is to remove it. */
function expiry(text: string | null): string | null {
  if (text === null) return null;
  const instant = new Date(text);
  if (instant.getTime() > Date.now()) return instant.toISOString();
  throw invalidInput([{ path: 'expires_at', reason: 'has passed', allowed: 'a time to come' }]);
}

function withoutUndefined<Members extends object>(members: Members | undefined) {
  return Object.fromEntries(Object.entries(members ?? {}).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Members]?: Exclude<Members[Name], undefined>;
  };
}
