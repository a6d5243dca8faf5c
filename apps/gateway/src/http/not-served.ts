import { GatewayError } from '../failure/gateway-error.ts';
import { unservedFeature } from '../litellm/unserved-routes.ts';
import { namedInPath } from './model-in-path.ts';

const NOT_IMPLEMENTED = 501;
const NOT_ALLOWED = 405;

/**
 * A 501 that says what is missing, and what to do, where a path is one of LiteLLM's that leads nowhere here: a client that
 * is told that nothing is found would look for its own mistake. A 405 where POST leads on.
 */
export function unservedPath({ url, method }: { readonly url: string; readonly method: string }): Error | undefined {
  const [path = ''] = url.split('?', 1);
  if (method !== 'POST' && namedInPath(path)) return notAllowed(method);
  const feature = unservedFeature(path);
  if (feature === undefined) return undefined;
  return new GatewayError({
    status: NOT_IMPLEMENTED,
    type: 'not_implemented_error',
    message: `This gateway does not serve ${feature.name} for now (${method} ${path.slice(0, 200)}): ${feature.instead}. docs/reference/litellm-compatibility.md lists what it serves`,
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
