import { GatewayError } from '../failure/gateway-error.ts';
import { unservedFeature } from '../litellm/unserved-routes.ts';

const NOT_IMPLEMENTED = 501;

/**
 * Throws a 501 that says what is missing where a path is one of LiteLLM's that leads nowhere here: a client that is
 * told that nothing is found would look for its own mistake.
 */
export function refuseUnserved(url: string): void {
  const [path = ''] = url.split('?', 1);
  const feature = unservedFeature(path);
  if (feature === undefined) return;
  throw new GatewayError({
    status: NOT_IMPLEMENTED,
    type: 'not_implemented_error',
    message: `This gateway does not serve ${feature} for now (${path.slice(0, 200)}); docs/reference/litellm-compatibility.md lists what it serves`,
  });
}
