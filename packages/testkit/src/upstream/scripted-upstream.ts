import { createServer, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { closeServer, listenOnLoopback } from '../network/loopback.ts';
import type { Behaviour } from './behaviour.ts';
import { playBehaviour } from './play-behaviour.ts';

/** What an upstream saw of one request. */
export interface RecordedRequest {
  readonly method: string;
  /** Path with query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The body as JSON, or as text where it is none; `undefined` where there is no body. */
  readonly body: unknown;
  /** The body's bytes. */
  readonly bytes: Buffer;
  /** Whether the client went away before the answer was complete. */
  readonly aborted: boolean;
  /** Aborts when the client goes away before the answer is complete. */
  readonly signal: AbortSignal;
}

export interface ScriptedUpstream {
  /** `http://127.0.0.1:<port>`, without a path. */
  readonly url: string;
  /** Every request so far, the oldest first. */
  readonly requests: readonly RecordedRequest[];
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Behaviours played in order, the last one again and again; or a function that chooses one for each request. */
export type UpstreamScript =
  | readonly [Behaviour, ...Behaviour[]]
  | ((request: RecordedRequest, index: number) => Behaviour | Promise<Behaviour>);

/**
 * A real HTTP server on 127.0.0.1 that plays a provider's documented answers and faults.
 *
 * @example
 * await using upstream = await startScriptedUpstream([
 *   { status: 429, headers: { 'retry-after': '1' }, json: openAiError('slow down') },
 *   { json: openAiCompletion({ text: 'Hello' }) },
 * ]);
 */
export async function startScriptedUpstream(script: UpstreamScript): Promise<ScriptedUpstream> {
  const requests: RecordedRequest[] = [];
  const choose = typeof script === 'function' ? script : inOrder(script);
  const server = createServer((incoming, response) => {
    const clientGone = new AbortController();
    response.on('close', () => {
      if (!response.writableFinished) clientGone.abort();
    });
    const answer = async (): Promise<void> => {
      const request = await recordRequest(incoming, clientGone.signal);
      const index = requests.push(request) - 1;
      await playBehaviour(await choose(request, index), response, clientGone.signal);
    };
    answer().catch((error: unknown) => {
      // A client that leaves is part of a test; anything else is a mistake in the script and must be seen.
      if (clientGone.signal.aborted) return;
      if (response.headersSent) response.destroy();
      else response.writeHead(599, { 'content-type': 'text/plain' }).end(`scripted upstream: ${String(error)}`);
    });
  });
  const url = await listenOnLoopback(server);
  const close = (): Promise<void> => closeServer(server);
  return { url, requests, close, [Symbol.asyncDispose]: close };
}

function inOrder(
  behaviours: readonly [Behaviour, ...Behaviour[]],
): (request: RecordedRequest, index: number) => Behaviour {
  return (_request, index) => behaviours[Math.min(index, behaviours.length - 1)] ?? behaviours[0];
}

async function recordRequest(incoming: IncomingMessage, signal: AbortSignal): Promise<RecordedRequest> {
  const bytes = await buffer(incoming);
  return {
    method: incoming.method ?? '',
    path: incoming.url ?? '',
    headers: incoming.headers,
    body: parseBody(bytes),
    bytes,
    get aborted() {
      return signal.aborted;
    },
    signal,
  };
}

function parseBody(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  const text = bytes.toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
