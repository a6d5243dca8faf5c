import type { FunctionTool, ResponseItem, ResponseTool } from '@showrunner/providers';
import { isMapping } from '../../../json/mapping.ts';

/** What a function is to a model. */
export type FunctionOfModel = FunctionTool['function'];

/** What came of reading a call: the members of its item, and whether they are all that the tool needs. */
export interface ReadCall {
  readonly members: Readonly<Record<string, unknown>>;
  readonly isWhole: boolean;
}

/**
 * A tool that its caller runs, and that only responses know (OpenAI's API reference, "Create a model response", 2026-11):
 * a model for chat gets a function of the same name in its place.
 */
export interface TranslatedTool {
  /** The type of the tool. */
  readonly type: string;
  /** The types of the items that tell a call of it, and what came of that. */
  readonly callType: string;
  readonly outputType: string;
  /** Whether a caller runs it as it is asked for here; a vendor's own is none for a model for chat. */
  isRunByCaller(tool: ResponseTool): boolean;
  functionOf(tool: ResponseTool): FunctionOfModel;
  /** A call out of the arguments that a model gave; as far as they go where the answer was cut. */
  read(callArguments: string): ReadCall;
  /** The arguments of the function, out of an item that tells a call. */
  argumentsOf(item: ResponseItem): unknown;
  /** What the model is to see of what came of a call. */
  resultOf(item: ResponseItem): unknown;
}

/** The schema of a function with these members, of which all but `optional` have to be there. */
export function closedSchema(
  properties: Readonly<Record<string, object>>,
  optional: readonly string[] = [],
): Record<string, unknown> {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required, additionalProperties: false };
}

export function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function textsIn(value: unknown): string[] | undefined {
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined;
}

export function countIn(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** Members of an item that are not there, or null, are not told. */
export function toldMembers(holder: unknown, names: readonly string[]): Record<string, unknown> {
  if (!isMapping(holder)) return {};
  return Object.fromEntries(names.flatMap((name) => (isTold(holder[name]) ? [[name, holder[name]]] : [])));
}

function isTold(value: unknown): boolean {
  return value !== undefined && value !== null;
}
