import { isJsonObject, parseJson, type ToolCallDelta } from '@showrunner/providers';
import type { ToolNames } from '../as-chat/tool-names.ts';
import type { BlockWriter } from './block-writer.ts';
import { toolUseId } from './message-blocks.ts';

/** A call as far as it has come. */
interface Call {
  readonly id: string;
  readonly name: string;
  arguments: string;
}

/**
 * Calls of tools out of chat's deltas, which may come interleaved, as blocks, which may not. The first call is written
 * as it comes. Another one behind it as well, once the arguments before it are a whole object; else it waits until the
 * model has ended, because more may come of the first.
 */
export class ToolUseWriter {
  readonly #blocks: BlockWriter;
  readonly #names: ToolNames;
  readonly #calls = new Map<number, Call>();
  #written: number | undefined;

  constructor(blocks: BlockWriter, names: ToolNames) {
    this.#blocks = blocks;
    this.#names = names;
  }

  get hasCalls(): boolean {
    return this.#calls.size > 0;
  }

  write({ index, id, function: called }: ToolCallDelta): string {
    const piece = called?.arguments ?? '';
    const known = this.#calls.get(index);
    if (known) {
      known.arguments += piece;
      return this.#written === index ? this.#argumentsOf(piece) : '';
    }
    const call = { id: id ?? `call_${index}`, name: called?.name ?? '', arguments: piece };
    const isFree = this.#written === undefined || this.#isWhole(this.#written);
    this.#calls.set(index, call);
    return isFree && this.#isEveryOtherWritten(index) ? this.#begin(index, call) : '';
  }

  /** The model has ended: what still waits, call by call. */
  end(): string {
    let out = '';
    for (const [index, call] of this.#calls) if (!this.#begun.has(index)) out += this.#begin(index, call);
    return out;
  }

  readonly #begun = new Set<number>();

  #begin(index: number, call: Call): string {
    this.#begun.add(index);
    this.#written = index;
    const block = { type: 'tool_use', id: toolUseId(call.id), name: this.#names.long(call.name), input: {} } as const;
    return this.#blocks.start(block) + this.#argumentsOf(call.arguments);
  }

  #argumentsOf(piece: string): string {
    return piece === '' ? '' : this.#blocks.add({ type: 'input_json_delta', partial_json: piece });
  }

  #isWhole(index: number): boolean {
    return isJsonObject(parseJson(this.#calls.get(index)?.arguments ?? ''));
  }

  #isEveryOtherWritten(index: number): boolean {
    return [...this.#calls.keys()].every((other) => other === index || this.#begun.has(other));
  }
}
