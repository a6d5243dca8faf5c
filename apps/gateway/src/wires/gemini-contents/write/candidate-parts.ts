import type { ChatDelta, FinishReason, ToolCall, ToolCallDelta } from '@showrunner/providers';
import { finishReason } from './finish-reason.ts';
import { callPart, imageParts, signedParts, textPart, thoughtPart, type Part } from './parts.ts';

/** One of the answers of a stream: what is said of it as it comes, and its calls when they are whole. */
export class CandidateParts {
  readonly #calls = new Map<number, ToolCall>();
  #reason: FinishReason | null = null;
  #hasThoughts = false;

  get hasCalls(): boolean {
    return this.#calls.size > 0;
  }

  /** Why it ended, in Google's words. */
  get finishReason(): string {
    return finishReason(this.#reason);
  }

  /** What can be said now. Throws where a call has no arguments that can be read. */
  read(delta: ChatDelta, reason: FinishReason | null): Part[] {
    const thoughts = thoughtPart(delta.reasoning_content);
    this.#hasThoughts ||= thoughts.length > 0;
    for (const call of delta.tool_calls ?? []) this.#take(call);
    return [
      ...thoughts,
      // A block of thinking comes behind its text, and brings the signature; some vendors send it alone.
      ...signedParts(delta.thinking_blocks ?? [], this.#hasThoughts),
      ...textPart(delta.content),
      ...textPart(delta.refusal),
      ...imageParts(delta.images),
      ...(reason === null ? [] : this.#end(reason)),
    ];
  }

  /** Google's calls are objects, which are whole or none. */
  #end(reason: FinishReason): Part[] {
    this.#reason = reason;
    const calls = [...this.#calls.values()];
    this.#calls.clear();
    return calls.flatMap((call) => callPart(call, reason === 'length'));
  }

  #take({ index, id, function: called }: ToolCallDelta): void {
    const known = this.#calls.get(index);
    if (known) {
      known.function.arguments += called?.arguments ?? '';
      return;
    }
    const { name = '', arguments: begun = '' } = called ?? {};
    this.#calls.set(index, { id: id ?? `call_${index}`, type: 'function', function: { name, arguments: begun } });
  }
}
