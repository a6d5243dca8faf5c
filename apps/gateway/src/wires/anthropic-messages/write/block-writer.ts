import { streamEvent } from '../stream-event.ts';
import type { MessageBlock } from './message-blocks.ts';

/** What is added to a block that is open. */
export type BlockDelta =
  | { type: 'text_delta'; text: string }
  | { type: 'thinking_delta'; thinking: string }
  | { type: 'signature_delta'; signature: string }
  | { type: 'input_json_delta'; partial_json: string };

/** The blocks of a streamed message, one behind the other: each is started, filled and stopped before the next one. */
export class BlockWriter {
  #index = -1;
  #open: MessageBlock['type'] | undefined;

  /** Of which type the open block is; nothing where none is. */
  get open(): MessageBlock['type'] | undefined {
    return this.#open;
  }

  /** Opens a block, and stops the one before it. */
  start(block: MessageBlock): string {
    const stopped = this.stop();
    this.#index++;
    this.#open = block.type;
    return stopped + streamEvent({ type: 'content_block_start', index: this.#index, content_block: block });
  }

  add(delta: BlockDelta): string {
    return streamEvent({ type: 'content_block_delta', index: this.#index, delta });
  }

  stop(): string {
    if (this.#open === undefined) return '';
    this.#open = undefined;
    return streamEvent({ type: 'content_block_stop', index: this.#index });
  }
}
