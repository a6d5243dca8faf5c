import type { ModelRequest } from '../exchange/asked/model-request.ts';
import { fillIn } from './fill-in.ts';

/**
 * What a deployment may say in its caller's place for one kind of call, by the names of the members: its other members
 * are those of another kind, but for what its `extra_body` has.
 */
export function ownDefaults<Request extends ModelRequest>(...members: readonly string[]) {
  return (
    request: Request,
    defaults: Readonly<Record<string, unknown>>,
    extra: Readonly<Record<string, unknown>>,
  ): Request => {
    const own = members.flatMap((name) => (name in defaults ? [[name, defaults[name]] as const] : []));
    return fillIn(request, { ...extra, ...Object.fromEntries(own) });
  };
}
