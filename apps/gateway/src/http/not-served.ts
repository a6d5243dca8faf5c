import { GatewayError } from '../failure/gateway-error.ts';
import { endsSo, unservedFeature } from '../litellm/unserved-routes.ts';
import { namedInPath } from './model-in-path.ts';

const NOT_IMPLEMENTED = 501;
const NOT_ALLOWED = 405;
const MOVED = 307;

/**
 * A 501 that says what is missing, and what to do, where a path is one of LiteLLM's that leads nowhere here: a client that
 * is told that nothing is found would look for its own mistake. A 405 where POST leads on; away from a slash at the end of
 * a path that nobody has, a 307.
 */
export function unservedPath({ url, method }: { readonly url: string; readonly method: string }): Error | undefined {
  const [path = ''] = url.split('?', 1);
  if (/[^/]\/$/.test(path) && !endsSo(path)) return withoutSlash(url);
  if (method !== 'POST' && namedInPath(path)) return notAllowed(method);
  const feature = unservedFeature(path);
  if (feature === undefined) return undefined;
  return new GatewayError({
    status: NOT_IMPLEMENTED,
    type: 'not_implemented_error',
    message: `This gateway does not serve ${feature.name} for now (${method} ${path.slice(0, 200)}): ${feature.instead}. docs/reference/litellm-compatibility.md lists what it serves`,
  });
}

/** As LiteLLM's web framework does it: a client that follows asks again, with the same method and body. */
function withoutSlash(url: string): GatewayError {
  const [path = '', query] = url.split('?', 2);
  const last = path.slice(0, -1).replace(/^.*\//, '');
  return new GatewayError({
    status: MOVED,
    type: 'invalid_request_error',
    message: 'The path has no slash at its end',
    // Beside where the client is, because a proxy may stand before the path.
    headers: { location: `../${last}${query === undefined ? '' : `?${query}`}` },
  });
}

function notAllowed(method: string): GatewayError {
  return new GatewayError({
    status: NOT_ALLOWED,
    type: 'invalid_request_error',
    message: `Method ${method} is not allowed for this path`,
    headers: { allow: 'POST' },
  });
}
