import { startScriptedUpstream, type ScriptedUpstream, type UpstreamScript } from '@showrunner/testkit';
import { request as dispatch } from 'undici';
import type { ChatCall, HttpProviderAdapter } from '../spec/adapter.ts';
import type { ChatChunk, ChatRequest } from '../spec/chat.ts';
import type { ConformanceSession } from './describe-conformance.ts';

export interface HttpSession extends ConformanceSession {
  readonly upstream: ScriptedUpstream;
}

/** An adapter with a server behind it that plays a script, called the way the gateway calls. */
export async function openHttpSession(adapter: HttpProviderAdapter, script: UpstreamScript): Promise<HttpSession> {
  const upstream = await startScriptedUpstream(script);

  function chatCall(request: ChatRequest): ChatCall {
    return {
      request,
      model: 'conformance',
      settings: { apiKey: 'sk-conformance', apiBase: upstream.url },
      dropUnsupported: false,
    };
  }

  async function send(call: ChatCall, signal: AbortSignal) {
    const { url, method, headers, body } = adapter.encodeChat(call);
    const answer = await dispatch(url, { method, headers, body, signal });
    if (answer.statusCode < 300) return answer.body;
    throw adapter.decodeError(answer.statusCode, answer.headers, await answer.body.bytes());
  }

  return {
    upstream,
    async complete(request, signal) {
      const call = chatCall(request);
      return adapter.decodeChat(await (await send(call, signal)).bytes(), call);
    },
    async *stream(request, signal): AsyncGenerator<ChatChunk> {
      const call = chatCall(request);
      const decoder = adapter.createStreamDecoder(call);
      for await (const bytes of await send(call, signal)) yield* decoder.push(bytes as Uint8Array);
      yield* decoder.end();
    },
    [Symbol.asyncDispose]: () => upstream[Symbol.asyncDispose](),
  };
}
