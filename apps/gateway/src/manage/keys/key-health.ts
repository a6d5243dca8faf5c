import type { Caller } from '@showrunner/access';
import { isMapping } from '../../json/mapping.ts';
import { VirtualKey } from '../../keys/virtual-key.ts';

/**
 * `/key/health` of LiteLLM (1.108.7), which sends a test event to the callbacks of a key (`metadata.logging`): those are
 * not called here, so that a key that has some is told as unhealthy.
 */
export function keyHealth(caller: Caller) {
  const logging = caller instanceof VirtualKey ? caller.metadata.logging : undefined;
  const named = Array.isArray(logging) ? logging.filter(isMapping) : [];
  if (named.length === 0) return { key: 'healthy' as const, logging_callbacks: null };
  const callbacks = named.map(({ callback_name: name }) => String(name).slice(0, 200));
  const details = 'Callbacks of keys are not called by this gateway; those of its configuration are.';
  return { key: 'unhealthy' as const, logging_callbacks: { callbacks, status: 'unhealthy', details } };
}
