import type { CallToolResult, Tool as ListedTool } from '@modelcontextprotocol/server';
import type { Showrunner } from '@showrunner/client';

export type JsonSchema = ListedTool['inputSchema'];

/** One thing that an agent can have done. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: JsonSchema;
  /** What `structuredContent` is; an error has none. */
  readonly outputSchema: JsonSchema;
  readonly annotations: NonNullable<ListedTool['annotations']>;
  call(input: Readonly<Record<string, unknown>>, call: ToolCall): Promise<CallToolResult>;
}

/** What a call is made with, and who waits for it. */
export interface ToolCall {
  readonly client: Showrunner;
  /** Milliseconds within which it is answered, with or without a result. */
  readonly patienceMs: number;
  /** Aborts when the work shall be cancelled. */
  readonly cancelled: AbortSignal;
  /** Aborts when nobody waits any more. The work goes on. */
  readonly left: AbortSignal;
  /** Tells how far it is; absent where nobody asked to be told. */
  readonly tell: ((message: string) => void) | undefined;
}
