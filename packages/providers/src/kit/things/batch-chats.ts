import { asObject, parseJson, type JsonObject } from '../json.ts';
import { refusedRequest } from '../failure/failures.ts';
import { readChatRequest } from '../request/read-chat-request.ts';
import type { HttpProviderAdapter, ShelfOwner } from '../../spec/adapter.ts';
import { chatOfModel } from '../../spec/chat-of-model.ts';
import type { ChatCompletion, ChatRequest, HttpChat } from '../../spec/operations/chat.ts';

/** The request that a line of a batch holds. Throws a 400 for what is no chat. */
export function chatIn(line: JsonObject, { vendor }: ShelfOwner): ChatRequest {
  const route = typeof line.url === 'string' ? line.url.replace(/\?.*$/, '').replace(/\/+$/, '') : '';
  if (route !== '' && !route.endsWith('/chat/completions')) {
    throw refusedRequest(
      vendor,
      `batches at ${vendor.title} hold chats alone: the url must be /v1/chat/completions and not "${route.slice(0, 100)}"`,
      'file',
    );
  }
  // A batch is answered in files, whatever its lines say of streams.
  const { stream: _stream, stream_options: _options, ...request } = asObject(line.body) ?? {};
  return readChatRequest(vendor, { model: '', messages: [], ...request });
}

/** The body with which a model of the vendor is asked over HTTP. */
export function bodyOf(request: ChatRequest, { vendor, settings }: ShelfOwner): JsonObject {
  const chat = httpChatOf(vendor, request.model);
  const { body } = chat.encode({ request, model: request.model, settings, dropUnsupported: true });
  return asObject(parseJson(body)) ?? {};
}

/** What a model of the vendor answered, as a completion. Throws where it is no answer. */
export function completionIn(answer: JsonObject, model: string, { vendor, settings }: ShelfOwner): ChatCompletion {
  const call = { request: { model, messages: [] }, model, settings, dropUnsupported: true };
  return httpChatOf(vendor, model).decode(Buffer.from(JSON.stringify(answer)), call);
}

function httpChatOf(vendor: HttpProviderAdapter, model: string): HttpChat {
  const chat = vendor.chat && chatOfModel(vendor.chat, model);
  if (chat && chat.wire !== 'bridge') return chat;
  throw refusedRequest(vendor, `${vendor.title} carries out no batches of the model "${model}"`, 'file');
}
