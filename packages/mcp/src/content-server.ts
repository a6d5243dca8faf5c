import {
  ProtocolError,
  ProtocolErrorCode,
  SdkError,
  SdkErrorCode,
  Server,
  type CallToolResult,
  type ServerContext,
  type Tool as ListedTool,
} from '@modelcontextprotocol/server';
import type { Showrunner } from '@showrunner/client';
import { batchTools } from './batch-tools.ts';
import { jobTools } from './job-tools.ts';
import type { OpenCalls } from './open-calls.ts';
import { resultOfError } from './tool-results.ts';
import type { Tool, ToolCall } from './tool.ts';
import { writingTools } from './writing-tools.ts';

export interface ContentServerOptions {
  /** The content API, as the one who calls the tools. */
  readonly client: Showrunner;
  readonly version: string;
  /** Where cancellations find calls that came by another request, and what calls of this caller are named by. */
  readonly calls?: { readonly open: OpenCalls; readonly caller: string };
  /** Milliseconds within which a call is answered. Default 40,000: clients give up after 60 seconds. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 40_000;
const INSTRUCTIONS =
  'Writes scripts, thumbnail prompts and metadata for videos. Long work goes on after a call is answered: get_job waits for its result. Calling a tool again with the same arguments meets the same work and is paid once.';

const tools: ReadonlyMap<string, Tool> = new Map(
  [...writingTools, ...jobTools, ...batchTools].map((tool) => [tool.name, tool]),
);

/** A server of the Model Context Protocol whose tools are the recipes of the content API, and the jobs that they make. */
export function contentServer(options: ContentServerOptions): Server {
  const { version } = options;
  const server = new Server(
    { name: 'showrunner', title: 'Showrunner', version },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  );
  server.setRequestHandler('tools/list', () => ({
    tools: [...tools.values()].map(listedTool),
  }));
  server.setRequestHandler('tools/call', ({ params }, context) => callTool(params, context, options));
  return server;
}

function listedTool({ name, title, description, inputSchema, outputSchema, annotations }: Tool): ListedTool {
  return { name, title, description, inputSchema, outputSchema, annotations };
}

async function callTool(
  { name, arguments: input = {} }: { readonly name: string; readonly arguments?: Record<string, unknown> | undefined },
  context: ServerContext,
  { client, calls, patienceMs = PATIENCE_MS }: ContentServerOptions,
): Promise<CallToolResult> {
  const tool = tools.get(name);
  if (tool === undefined) throw new ProtocolError(ProtocolErrorCode.InvalidParams, `There is no tool "${name}".`);
  const { mcpReq } = context;
  const cancelled = new AbortController();
  const left = new AbortController();
  const onAbort = (): void => (isClosed(mcpReq.signal.reason) ? left : cancelled).abort();
  mcpReq.signal.addEventListener('abort', onAbort, { once: true });
  using _open = calls?.open.open(`${calls.caller} ${mcpReq.id}`, () => cancelled.abort());
  try {
    const tell = teller(context);
    return await tool.call(input, { client, patienceMs, cancelled: cancelled.signal, left: left.signal, tell });
  } catch (error) {
    return resultOfError(error);
  } finally {
    mcpReq.signal.removeEventListener('abort', onAbort);
  }
}

/** A connection that closed says nothing of what its caller wants. */
function isClosed(reason: unknown): boolean {
  return reason instanceof SdkError && reason.code === SdkErrorCode.ConnectionClosed;
}

/** Progress is the seconds that have passed: it always rises, and nobody knows the whole before the end. */
function teller({ mcpReq }: ServerContext): ToolCall['tell'] {
  const progressToken = mcpReq._meta?.progressToken;
  if (progressToken === undefined) return undefined;
  const startedAt = performance.now();
  let last = 0;
  return (message) => {
    const passed = Math.round(performance.now() - startedAt);
    last = Math.max(last + 1, passed);
    // Who has left is told nothing.
    void mcpReq
      .notify({ method: 'notifications/progress', params: { progressToken, progress: last / 1_000, message } })
      .catch(() => undefined);
  };
}
