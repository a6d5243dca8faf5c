import { startScriptedUpstream, type ScriptedUpstream, type UpstreamScript } from '@showrunner/testkit';
import type { HttpProviderAdapter } from '../../spec/adapter.ts';
import { operationOf } from '../../spec/operation-of.ts';
import type { ChatCall, ChatChunk, ChatRequest } from '../../spec/operations/chat.ts';
import { sendRequest, testSettings } from '../send-request.ts';
import type { ChatSession } from './describe-chat.ts';

export interface HttpSession extends ChatSession {
  readonly upstream: ScriptedUpstream;
}

/** The chat of an adapter with a server behind it that plays a script. */
export async function openHttpSession(adapter: HttpProviderAdapter, script: UpstreamScript): Promise<HttpSession> {
  const chat = operationOf(adapter, 'chat');
  const upstream = await startScriptedUpstream(script);

  function chatCall(request: ChatRequest): ChatCall {
    return { request, model: 'conformance', settings: testSettings(upstream.url), dropUnsupported: false };
  }

  const end = () => upstream[Symbol.asyncDispose]();
  if (chat.wire === 'bridge') {
    return {
      upstream,
      complete: (request, signal) => chat.complete(chatCall(request), signal),
      stream: (request, signal) => chat.stream(chatCall(request), signal),
      [Symbol.asyncDispose]: end,
    };
  }
  return {
    upstream,
    async complete(request, signal) {
      const call = chatCall(request);
      const body = await sendRequest(adapter, chat.encode(call), signal);
      return chat.decode(await body.bytes(), call);
    },
    async *stream(request, signal): AsyncGenerator<ChatChunk> {
      const call = chatCall(request);
      const decoder = chat.stream(call);
      for await (const bytes of await sendRequest(adapter, chat.encode(call), signal)) {
        yield* decoder.push(bytes as Uint8Array);
      }
      yield* decoder.end();
    },
    [Symbol.asyncDispose]: end,
  };
}
