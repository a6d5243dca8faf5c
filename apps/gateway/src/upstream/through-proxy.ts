import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import { EnvHttpProxyAgent, type Dispatcher } from 'undici';
import type { ResponseHandler, Upstream, UpstreamCall, UpstreamRequest } from './upstream.ts';

/** Origins behind proxies: tunnels and their exceptions are a library's to know. */
export function proxied(options: EnvHttpProxyAgent.Options): (url: URL) => Upstream {
  const agent = new EnvHttpProxyAgent(options);
  return ({ origin }) => ({
    send: (request, handler) => new ProxiedCall(agent, origin, request, handler),
    dispose: () => agent.destroy(),
  });
}

/** A body in pieces as undici takes it; one that breaks off breaks the call. */
function readable(body: UpstreamRequest['body']): string | Readable {
  return typeof body === 'string' ? body : Readable.from(body.open(), { objectMode: false });
}

class ProxiedCall implements UpstreamCall, Dispatcher.DispatchHandler {
  readonly #handler: ResponseHandler;
  #controller: Dispatcher.DispatchController | undefined;
  #abortReason: Error | undefined;

  constructor(agent: Dispatcher, origin: string, request: UpstreamRequest, handler: ResponseHandler) {
    this.#handler = handler;
    const { idleSeconds = 0, method, body, ...rest } = request;
    const timeouts = { headersTimeout: 0, bodyTimeout: idleSeconds * 1000 };
    agent.dispatch({ ...rest, ...timeouts, body: readable(body), origin, method }, this);
  }

  abort(reason: Error): void {
    if (this.#abortReason) return;
    this.#abortReason = reason;
    if (this.#controller) this.#controller.abort(reason);
    else this.#handler.onError(reason);
  }

  pause(): void {
    this.#controller?.pause();
  }

  resume(): void {
    this.#controller?.resume();
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // Aborted while the tunnel was made: the handler knows.
    if (this.#abortReason) controller.abort(this.#abortReason);
    else this.#controller = controller;
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    this.#handler.onHead(status, headers);
  }

  onResponseData(_: Dispatcher.DispatchController, bytes: Buffer): void {
    this.#handler.onData(bytes);
  }

  onResponseEnd(): void {
    this.#handler.onEnd();
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    if (!this.#abortReason) this.#handler.onError(error);
    else if (this.#controller) this.#handler.onError(this.#abortReason);
  }
}
