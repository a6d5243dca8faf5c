import { randomUUID } from 'node:crypto';
import type { ToolCallDelta } from '../../spec/operations/chat.ts';

interface OpenCall {
  index: number;
  id: string;
  hasArguments: boolean;
}

/**
 * The open tool calls of one streamed answer. Vendors name a call by a block index, by an id, by both or by neither;
 * callers get OpenAI's dense `index`, an id and a name in the first delta of a call, and argument text after that.
 */
export class ToolCallTracker {
  readonly #openCalls = new Map<string | number, OpenCall>();
  #opened = 0;

  /** A call begins. `key` is what the vendor's later events name it by. */
  open(
    key: string | number,
    { id = createToolCallId(), name }: { id?: string | undefined; name: string },
  ): ToolCallDelta {
    const call = { index: this.#opened, id, hasArguments: false };
    this.#opened += 1;
    this.#openCalls.set(key, call);
    return { index: call.index, id, type: 'function', function: { name, arguments: '' } };
  }

  /** More of the arguments' text; nothing where there is no such call or no text. */
  append(key: string | number, text: string): ToolCallDelta | undefined {
    const call = this.#openCalls.get(key);
    if (!call || text === '') return undefined;
    call.hasArguments = true;
    return { index: call.index, function: { arguments: text } };
  }

  /** A call ends. A call without arguments gets `{}`, because OpenAI's arguments are always JSON. */
  close(key: string | number): ToolCallDelta | undefined {
    const call = this.#openCalls.get(key);
    this.#openCalls.delete(key);
    return call && !call.hasArguments ? { index: call.index, function: { arguments: '{}' } } : undefined;
  }

  /** The same for all calls that are still open. */
  closeAll(): ToolCallDelta[] {
    return [...this.#openCalls.keys()].map((key) => this.close(key)).filter((delta) => delta !== undefined);
  }

  /** The id of the open call that goes by this key. */
  idOf(key: string | number): string | undefined {
    return this.#openCalls.get(key)?.id;
  }
}

/** For vendors that give no id; callers send it back with the tool's result. */
export function createToolCallId(): string {
  return `call_${randomUUID().replaceAll('-', '')}`;
}
