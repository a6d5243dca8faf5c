import type { ResponseItem, ResponsesRequest, ToolCall } from '@showrunner/providers';
import { itemId, type ItemStatus } from '../items.ts';
import { declaredTools, type DeclaredTool } from './declared-tools.ts';
import type { TranslatedTool } from './translated-tool.ts';

/** The tools of a request by the names by which a model for chat calls them. */
export class CalledTools {
  readonly #byName: ReadonlyMap<string | undefined, DeclaredTool>;

  constructor({ tools }: Pick<ResponsesRequest, 'tools'>) {
    this.#byName = new Map(declaredTools(tools).map((tool) => [tool.chatName, tool]));
  }

  /** Nothing where a function is called, or what nobody declared. */
  translated(chatName: string): TranslatedTool | undefined {
    return this.#byName.get(chatName)?.translated;
  }

  newId(chatName: string): string {
    return itemId(this.translated(chatName)?.callType ?? 'function_call');
  }

  /** A call as the item that its caller waits for. */
  item(id: string, { id: callId, function: called }: ToolCall, status: ItemStatus): ResponseItem {
    const declared = this.#byName.get(called.name);
    const { translated, tool, namespace } = declared ?? {};
    const name = { name: declared ? (tool?.name ?? called.name) : called.name, ...(namespace && { namespace }) };
    if (!translated) {
      return { id, type: 'function_call', status, arguments: called.arguments, call_id: callId, ...name };
    }
    const { members, isWhole } = translated.read(called.arguments);
    const reached: ItemStatus = isWhole || status === 'in_progress' ? status : 'incomplete';
    return {
      id,
      type: translated.callType,
      status: reached,
      call_id: callId,
      ...(translated.type === 'custom' && name),
      ...members,
    };
  }
}
