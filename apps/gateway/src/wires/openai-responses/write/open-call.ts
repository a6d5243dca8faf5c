import type { ResponseItem, ToolCall, ToolCallDelta } from '@showrunner/providers';
import type { CalledTools } from '../tools/called-tools.ts';
import { InputTextReader } from '../tools/input-text.ts';
import { ItemWriter, type ItemPlace } from './open-item.ts';
import type { ItemStatus } from '../items.ts';

/** A call of a tool that is still being written. */
export interface OpenCall extends ItemWriter {
  open(): string;
  write(delta: string): string;
}

/** Opens the call that a chat's first delta of it begins, as an item of the tool that was declared. */
export function openCall(place: ItemPlace, delta: ToolCallDelta, tools: CalledTools): OpenCall {
  const type = tools.translated(delta.function?.name ?? '')?.type;
  if (type === undefined) return new OpenFunctionCall(place, delta, tools);
  return type === 'custom' ? new OpenCustomCall(place, delta, tools) : new OpenWholeCall(place, delta, tools);
}

abstract class CallWriter extends ItemWriter {
  readonly #tools: CalledTools;
  readonly #called: ToolCall;

  constructor(place: ItemPlace, { id = '', function: called }: ToolCallDelta, tools: CalledTools) {
    const name = called?.name ?? '';
    super(tools.newId(name), place);
    this.#tools = tools;
    this.#called = { id, type: 'function', function: { name, arguments: '' } };
  }

  open(): string {
    return this.added();
  }

  write(delta: string): string {
    this.#called.function.arguments += delta;
    return delta === '' ? '' : this.told(delta);
  }

  item(status: ItemStatus): ResponseItem {
    return this.#tools.item(this.id, this.#called, status);
  }

  /** What a piece of the arguments is told by. */
  protected abstract told(delta: string): string;
}

/** A function that a model calls. */
class OpenFunctionCall extends CallWriter {
  protected told(delta: string): string {
    return this.event('response.function_call_arguments.delta', { delta });
  }

  protected closeParts(): string {
    const { arguments: all, name } = this.item('completed');
    return this.event('response.function_call_arguments.done', { arguments: all, name });
  }
}

/** A tool that takes a text, which is told while it is written. */
class OpenCustomCall extends CallWriter {
  readonly #reader = new InputTextReader();
  #told = '';

  protected told(delta: string): string {
    return this.#tell(this.#reader.push(delta));
  }

  /** A text that did not come as it was to is told here, in one piece. */
  protected closeParts(): string {
    const input = this.#reader.end();
    const rest = input.startsWith(this.#told) ? this.#tell(input.slice(this.#told.length)) : '';
    return rest + this.event('response.custom_tool_call_input.done', { input });
  }

  #tell(delta: string): string {
    this.#told += delta;
    return delta === '' ? '' : this.event('response.custom_tool_call_input.delta', { delta });
  }
}

/** A tool whose call is told when it is there whole. */
class OpenWholeCall extends CallWriter {
  protected told(): string {
    return '';
  }

  protected closeParts(): string {
    return '';
  }
}
