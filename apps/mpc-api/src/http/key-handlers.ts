import type { Caller } from '@showrunner/access';
import { keyChanges, keyInput, type ApiKeyView, type keyRoutes } from '@showrunner/contract';
import { ErrorTypes } from '@showrunner/errors';
import type { Handlers } from '@showrunner/service';
import type { ApiKey } from '../keys/api-key.ts';
import type { Keys } from '../keys/keys.ts';
import { objectOf, textOf } from '../json-members.ts';
import { keepFromCaches } from './keep-from-caches.ts';
import { pageOf } from './pages-of-lists.ts';
import { readBody } from './read-body.ts';

/** Named keys. Those of every workspace, unless the address names one. */
export function keyHandlers(keys: Keys): Handlers<typeof keyRoutes, Caller> {
  return {
    async listKeys({ query, request }) {
      const { rows, meta } = await pageOf('keys', query, (page) => keys.list(page, namedWorkspace(request.query)));
      return { data: rows.map(keyView), message: 'Keys, newest first.', meta };
    },
    async createKey({ caller, request, reply }) {
      const { value, ignored } = readBody(keyInput, request);
      const { key, secret } = await keys.make(
        { ...value, workspace: value.workspace ?? namedWorkspace(request.query) },
        caller,
      );
      keepFromCaches(reply);
      return { data: { ...keyView(key), key: secret }, message: 'Key made; it is shown this once.', meta: { ignored } };
    },
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
    async rotateKey({ caller, path, reply }) {
      const { key, secret } = existing(await keys.rotate(path.id, caller), path.id);
      keepFromCaches(reply);
      return { data: { ...keyView(key), key: secret }, message: 'Key rotated; the new one is shown this once.' };
    },
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
