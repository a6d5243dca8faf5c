import { GatewayError } from '../../failure/gateway-error.ts';
import { unservedVendorPaths } from '../../passing/vendor-paths.ts';
import type { Passage } from '../../passing/passage.ts';
import type { Passages } from '../../passing/passages.ts';

/**
 * The passage that a request takes, where no route of the gateway's own does; nothing where there is none. Throws a 405
 * where the path has one for other methods alone, and a 501 where the path is one of LiteLLM's that is not served.
 */
export function findPassage(passages: Passages, method: string, url: string): Passage | undefined {
  const [path = ''] = url.split('?', 1);
  const here = passages.at(path);
  const found = here.find(({ methods }) => methods.some((one) => one === method));
  if (found) return found;
  if (here.length > 0) throw notAllowed(method, here);
  const unserved = unservedVendorPaths.find((prefix) => path === prefix || path.startsWith(`${prefix}/`));
  if (unserved === undefined) return undefined;
  throw new GatewayError({
    status: 501,
    type: 'not_implemented_error',
    message: `This gateway passes nothing through to ${unserved} for now; docs/guides/pass-through.md lists the vendors`,
  });
}

function notAllowed(method: string, passages: readonly Passage[]): GatewayError {
  const allowed = [...new Set(passages.flatMap(({ methods }) => methods))].join(', ');
  return new GatewayError({
    status: 405,
    type: 'invalid_request_error',
    message: `Method ${method} is not allowed for this path`,
    headers: { allow: allowed },
  });
}
