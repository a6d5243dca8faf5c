import type { Caller } from '@showrunner/access';
import { keyChanges, keyInput, keyRoutes, type ApiKeyView } from '@showrunner/contract';
import { ErrorTypes } from '@showrunner/errors';
import type { Handlers } from '@showrunner/service';
import type { ApiKey } from '../keys/api-key.ts';
import type { Keys, MadeKey } from '../keys/keys.ts';
import { objectOf, textOf } from '../json-members.ts';
import { keepFromCaches } from './keep-from-caches.ts';
import type { Once } from './idempotency/once.ts';
import { pageOf } from './pages-of-lists.ts';
import { readBody } from './body/read-body.ts';

/** Named keys. Those of every workspace, unless the address names one. */
export function keyHandlers(keys: Keys, once: Once): Handlers<typeof keyRoutes, Caller> {
  return {
    async listKeys({ query, request }) {
      const { rows, meta } = await pageOf('keys', query, (page) => keys.list(page, namedWorkspace(request.query)));
      return { data: rows.map(keyView), message: 'Keys, newest first.', meta };
    },
    createKey: (call) =>
      once.made(keyRoutes.createKey, call, async (keep) => {
        const { caller, request, reply } = call;
        const { value, ignored } = readBody(keyInput, request);
        const input = { ...value, workspace: value.workspace ?? namedWorkspace(request.query) };
        keepFromCaches(reply);
        const shown = (made: MadeKey) => ({
          data: newKeyView(made),
          message: 'Key made; it is shown this once.',
          meta: { ignored },
        });
        return shown(await keys.make(input, caller, (made) => keep(shown(made))));
      }),
    async getKey({ path }) {
      return { data: keyView(existing(await keys.find(path.id), path.id)), message: 'Key found.' };
    },
    async changeKey({ caller, path, request }) {
      const { value, members, ignored } = readBody(keyChanges, request);
      const changes = members.expires_at === null ? { ...value, expires_at: null } : value;
      const key = existing(await keys.change(path.id, changes, caller), path.id);
      return { data: keyView(key), message: 'Key changed.', meta: { ignored } };
    },
    async deleteKey({ path, query }) {
      existing(await keys.remove(path.id, { cancelsJobs: query.cancel_jobs === 'true' }), path.id);
      return undefined;
    },
    rotateKey: (call) =>
      once.made(keyRoutes.rotateKey, call, async (keep) => {
        const { caller, path, reply } = call;
        keepFromCaches(reply);
        const shown = (made: MadeKey) => ({
          data: newKeyView(made),
          message: 'Key rotated; the new one is shown this once.',
        });
        const made = await keys.rotate(path.id, caller, (rotated) => keep(shown(rotated)));
        return shown(existing(made, path.id));
      }),
  };
}

function existing<Found>(found: Found | undefined, id: string): Found {
  if (found !== undefined) return found;
  const shown = id.slice(0, 80);
  throw ErrorTypes.NOT_FOUND(`There is no key with the id "${shown}".`, { id: shown });
}

/** It has been read when the caller was let in. */
function namedWorkspace(query: unknown): string | undefined {
  return textOf(objectOf(query)?.workspace);
}

function newKeyView({ key, secret }: MadeKey) {
  return { ...keyView(key), key: secret };
}

function keyView(key: ApiKey): ApiKeyView {
  return {
    id: key.id,
    name: key.name,
    hint: key.hint,
    workspace: key.workspace,
    scopes: key.scopes,
    priority: key.priority,
    limits: key.limits,
    created_at: key.createdAt,
    created_by: key.createdBy,
    rotated_at: key.rotatedAt,
    expires_at: key.expiresAt,
  };
}
