import type { Caller } from '@showrunner/access';
import { badRequest } from '../../failure/gateway-error.ts';
import type { Guards } from '../../guard/guards.ts';

/**
 * Throws a 400 where a guardrail looks at each request of a caller: those of a batch would go out unguarded.
 *
 * @param model that is asked, where it is known
 */
export function refuseUnguarded(guards: Guards, caller: Caller, model: string | undefined): void {
  const [name] = guards.metByEach(caller, model);
  if (name === undefined) return;
  throw badRequest(
    `The guardrail "${name}" looks at each request, and cannot look at the requests of a batch`,
    'purpose',
  );
}
