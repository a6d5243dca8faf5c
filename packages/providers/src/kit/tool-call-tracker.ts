import { randomUUID } from 'node:crypto';
import type { ToolCallDelta } from '../spec/operations/chat.ts';

/**
 * The open tool calls of one streamed answer. Vendors name a call by a block index, by an id, by both or by neither;
 * callers get OpenAI's dense `index`, an id and a name in the first delta of a call, and argument text after that.
 */
export interface ToolCallTracker {
  /** A call begins. `key` is what the vendor's later events name it by. */
  open(key: string | number, call: { id?: string | undefined; name: string }): ToolCallDelta;
  /** More of the arguments' text; nothing where there is no such call or no text. */
  append(key: string | number, text: string): ToolCallDelta | undefined;
  /** A call ends. A call without arguments gets `{}`, because OpenAI's arguments are always JSON. */
  close(key: string | number): ToolCallDelta | undefined;
  /** The same for all calls that are still open. */
  closeAll(): ToolCallDelta[];
  /** The id of the open call that goes by this key. */
  idOf(key: string | number): string | undefined;
}

interface OpenCall {
  index: number;
  id: string;
  hasArguments: boolean;
}

export function createToolCallTracker(): ToolCallTracker {
  const openCalls = new Map<string | number, OpenCall>();
  let opened = 0;

  function close(key: string | number): ToolCallDelta | undefined {
    const call = openCalls.get(key);
    openCalls.delete(key);
    return call && !call.hasArguments ? { index: call.index, function: { arguments: '{}' } } : undefined;
  }

  return {
    open(key, { id = createToolCallId(), name }) {
      const call = { index: opened, id, hasArguments: false };
      opened += 1;
      openCalls.set(key, call);
      return { index: call.index, id, type: 'function', function: { name, arguments: '' } };
    },
    append(key, text) {
      const call = openCalls.get(key);
      if (!call || text === '') return undefined;
      call.hasArguments = true;
      return { index: call.index, function: { arguments: text } };
    },
    close,
    closeAll: () => [...openCalls.keys()].map(close).filter((delta) => delta !== undefined),
    idOf: (key) => openCalls.get(key)?.id,
  };
}

/** For vendors that give no id; callers send it back with the tool's result. */
export function createToolCallId(): string {
  return `call_${randomUUID().replaceAll('-', '')}`;
}
