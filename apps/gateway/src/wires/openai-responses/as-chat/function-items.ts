import type { ResponseItem } from '@showrunner/providers';
import { nameWithin, toolOfItem } from '../tools/declared-tools.ts';

/** An item of a tool that a chat knows as a function, as the item of that function; others as they are. */
export function functionItem(item: ResponseItem): ResponseItem {
  const found = toolOfItem(item);
  const { call_id: callId = item.id, name, namespace } = item;
  if (!found) {
    return item.type === 'function_call' && typeof namespace === 'string' && typeof name === 'string'
      ? { ...item, name: nameWithin(namespace, name) }
      : item;
  }
  const { tool, isCall } = found;
  if (!isCall) return { type: 'function_call_output', call_id: callId, output: tool.resultOf(item) };
  return {
    type: 'function_call',
    call_id: callId,
    name: tool.type !== 'custom' ? tool.functionOf({ type: tool.type }).name : nameOfCustom(namespace, name),
    arguments: JSON.stringify(tool.argumentsOf(item)),
  };
}

function nameOfCustom(namespace: unknown, name: unknown): unknown {
  return typeof name === 'string' ? nameWithin(namespace, name) : name;
}
