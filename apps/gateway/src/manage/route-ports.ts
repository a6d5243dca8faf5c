import type { Caller } from '@showrunner/access';
import type { RoutePorts } from '@showrunner/service';
import { badRequest } from '../failure/gateway-error.ts';
import type { Gateway } from '../serving/gateway.ts';

/** What all of the gateway's own routes have in common: its keys, LiteLLM's words for a query, and no envelope. */
export function routePorts(gateway: Gateway): RoutePorts<Caller> {
  return {
    permit: ({ raw }, scope) => gateway.current.callers.permit(raw, scope, [pathOf(raw.url)]),
    readQuery(schema, query) {
      // LiteLLM's clients send what they leave out as an empty text.
      const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
      const read = schema.safeParse(given);
      if (read.success) return read.data;
      const [issue] = read.error.issues;
      const name = String(issue?.path[0]);
      throw badRequest(`${name} ${issue?.message}`, name);
    },
    envelope: ({ data }) => data,
  };
}

function pathOf(url = ''): string {
  const [path = ''] = url.split('?', 1);
  return path;
}
