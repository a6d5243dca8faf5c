import { allows, type Caller } from '@showrunner/access';
import { administrator } from './administrator.ts';
import type { VirtualKey } from '../keys/virtual-key.ts';
import { routeRefusal, scopeRefusal, standingRefusal } from './caller-refusal.ts';

/**
 * Who calls a route with a virtual key: first whether it is good for anything now, then whether it is held to other
 * routes, then whether its user's role may. Routes that an administrator wrote out for a key without a user are its to
 * call whatever its role, as in LiteLLM. Throws a 401 or 403.
 *
 * @param paths that lead to the route; a key that is held to one of them may use the others
 */
export function permittedKey(key: VirtualKey, scope: string, paths: readonly string[]): Caller {
  const standing = key.standing(Date.now());
  if (standing !== 'good') throw standingRefusal(key, standing);
  const { routes } = key;
  if (routes && !paths.some((path) => routes.hold(path))) throw routeRefusal(routes.written, paths[0] ?? '');
  if (allows(key.scopes, scope)) return key;
  if (routes && key.userId === undefined && paths.some((path) => routes.name(path))) return administrator;
  throw scopeRefusal(scope);
}
