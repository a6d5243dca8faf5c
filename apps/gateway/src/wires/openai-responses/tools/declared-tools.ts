import type { ResponseItem, ResponseTool } from '@showrunner/providers';
import { badRequest } from '../../../failure/gateway-error.ts';
import { isMapping } from '../../../json/mapping.ts';
import { applyPatch } from './apply-patch.ts';
import { customTool } from './custom-tool.ts';
import { localShell } from './local-shell.ts';
import { shell } from './shell.ts';
import type { TranslatedTool } from './translated-tool.ts';

const translatedTools: readonly TranslatedTool[] = [customTool, localShell, shell, applyPatch];
const byType = new Map(translatedTools.map((tool) => [tool.type, tool]));
const byItem = new Map(translatedTools.flatMap((tool) => [[tool.callType, tool] as const, [tool.outputType, tool]]));

/** A tool as a request has it, alone or in a namespace. */
export interface DeclaredTool {
  readonly tool: ResponseTool;
  /** Where it stands in the request. */
  readonly at: string;
  readonly namespace: string | undefined;
  /** Which of those that become functions it is. */
  readonly translated: TranslatedTool | undefined;
  /** How a model for chat calls it; nothing where it cannot. */
  readonly chatName: string | undefined;
}

/** The tools of a request, those in namespaces one by one. Throws a 400 for what is no tool. */
export function declaredTools(tools: readonly ResponseTool[] | undefined | null): DeclaredTool[] {
  return (tools ?? []).flatMap((tool, index) => {
    const at = `tools[${index}]`;
    if (!isMapping(tool)) throw badRequest(`${at} must be an object with a type`, at);
    if (tool.type !== 'namespace') return [declared(tool, at, undefined)];
    const { name, tools: inner } = tool;
    if (typeof name !== 'string' || name === '') throw badRequest(`${at}.name must be text`, `${at}.name`);
    if (!Array.isArray(inner)) throw badRequest(`${at}.tools must be a list`, `${at}.tools`);
    return inner.map((one: unknown, place) => declared(one, `${at}.tools[${place}]`, name));
  });
}

function declared(tool: unknown, at: string, namespace: string | undefined): DeclaredTool {
  if (!isMapping(tool)) throw badRequest(`${at} must be an object with a type`, at);
  const one = tool as unknown as ResponseTool;
  const kind = byType.get(one.type);
  const translated = kind?.isRunByCaller(one) === true ? kind : undefined;
  return { tool: one, at, namespace, translated, chatName: chatNameOf(one, translated, namespace) };
}

function chatNameOf(
  tool: ResponseTool,
  translated: TranslatedTool | undefined,
  namespace: string | undefined,
): string | undefined {
  if (!translated && tool.type !== 'function') return undefined;
  const name: unknown = translated ? translated.functionOf(tool).name : tool.name;
  return typeof name === 'string' && name !== '' ? nameWithin(namespace, name) : undefined;
}

/** A chat has no namespaces; LiteLLM joins the two as well. */
export function nameWithin(namespace: unknown, name: string): string {
  return typeof namespace === 'string' && namespace !== '' ? `${namespace}__${name}` : name;
}

/** Which tool an item tells of, and whether it tells a call; nothing for a function, a message or an item of OpenAI's own. */
export function toolOfItem(
  item: ResponseItem,
): { readonly tool: TranslatedTool; readonly isCall: boolean } | undefined {
  const tool = byItem.get(item.type ?? '');
  return tool && { tool, isCall: item.type === tool.callType };
}
