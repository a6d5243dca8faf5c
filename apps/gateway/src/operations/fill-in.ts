import type { ModelRequest } from '../exchange/asked/model-request.ts';

/** A request with the deployment's own members where the caller left them out, or wrote null. */
export function fillIn<Request extends ModelRequest>(
  request: Request,
  defaults: Readonly<Record<string, unknown>>,
): Request {
  for (const member in defaults) {
    if (request[member] === undefined || request[member] === null) return { ...defaults, ...withoutNulls(request) };
  }
  return request;
}

function withoutNulls<Request extends ModelRequest>(request: Request): Request {
  return Object.fromEntries(Object.entries(request).filter(([, value]) => value !== null)) as Request;
}
