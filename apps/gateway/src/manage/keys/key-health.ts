import type { Caller } from '@showrunner/access';
import { VirtualKey } from '../../keys/virtual-key.ts';
import type { Callbacks } from '../../observe/callbacks/callbacks.ts';

/** `/key/health` of LiteLLM (1.108.7): sends an event of no request to the callbacks of a key's own, or of its team's. */
export async function keyHealth(caller: Caller, callbacks: Callbacks) {
  const names = caller instanceof VirtualKey ? (caller.ownCallbacks?.callbacks ?? []).map(({ name }) => name) : [];
  if (!(caller instanceof VirtualKey) || names.length === 0) {
    return { key: 'healthy' as const, logging_callbacks: null };
  }
  const troubles = await callbacks.probe(caller);
  const told = { callbacks: names, status: troubles.length === 0 ? 'healthy' : 'unhealthy' };
  const details = troubles.length === 0 ? `A test event was taken by ${names.join(', ')}` : troubles.join('; ');
  return {
    key: troubles.length === 0 ? ('healthy' as const) : ('unhealthy' as const),
    logging_callbacks: { ...told, details },
  };
}
