import type { JsonObject } from '../kit/json.ts';
import { readVendorError } from '../kit/failure/vendor-error.ts';

/**
 * Whether an event of a stream only keeps its connection awake: a chunk's envelope with neither choices nor usage, or a
 * ping under another wire's name.
 */
export function isSignOfLife(event: JsonObject | undefined): boolean {
  if (!event || event.choices !== undefined || readVendorError(event)) return false;
  return event.object === 'chat.completion.chunk' || event.type === 'ping' || event.event === 'ping';
}
