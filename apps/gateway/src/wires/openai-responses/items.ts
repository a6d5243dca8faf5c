import { randomBytes } from 'node:crypto';
import type { ResponseItem, ResponsesRequest } from '@showrunner/providers';

/** How far an item is. */
export type ItemStatus = 'in_progress' | 'completed' | 'incomplete';

/** OpenAI's prefixes of the ids of items. */
const PREFIXES: Readonly<Record<string, string>> = {
  message: 'msg',
  reasoning: 'rs',
  function_call: 'fc',
  function_call_output: 'fco',
  custom_tool_call: 'ctc',
  local_shell_call: 'lsh',
  shell_call: 'sh',
  apply_patch_call: 'apc',
};

export function itemId(type: string): string {
  return `${PREFIXES[type] ?? 'item'}_${randomBytes(24).toString('hex')}`;
}

/** The items of an input, each with its type and an id, in the form in which they are listed. */
export function inputItems({ input }: Pick<ResponsesRequest, 'input'>): ResponseItem[] {
  if (typeof input === 'string') {
    return [listed({ type: 'message', role: 'user', content: [{ type: 'input_text', text: input }] })];
  }
  return (input ?? []).map((item) => listed({ ...item, type: item.type ?? 'message' }));
}

function listed(item: ResponseItem & { type: string }): ResponseItem {
  const { id, type, ...rest } = item;
  // What refers to another item has that one's id.
  return { id: id ?? itemId(type), type, ...(type === 'message' && { status: 'completed' }), ...rest };
}
