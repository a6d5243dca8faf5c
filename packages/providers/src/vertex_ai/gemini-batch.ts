import { bridgedChat } from '../bridge/chat.ts';
import { geminiDialect } from '../gemini-wire/dialect.ts';
import { asObject, parseJson, type JsonObject } from '../kit/json.ts';
import type { ProviderSettings } from '../spec/call.ts';
import type { ChatCompletion, ChatRequest } from '../spec/operations/chat.ts';
import { geminiId } from './gemini-id.ts';
import { NAME, VERTEX_PACKAGE } from './names.ts';

/** What stands for an answer while only the question matters. */
const NO_ANSWER: JsonObject = { candidates: [{ content: { role: 'model', parts: [] }, finishReason: 'STOP' }] };

/** Nothing is sent: what would go out is taken, and an answer that is known is given. */
const NOWHERE = 'https://nowhere.invalid/v1';

/** The body with which Gemini is asked: `generateContent`'s. Rejects with a `ProviderError`. */
export async function geminiQuestion(request: ChatRequest, settings: ProviderSettings): Promise<JsonObject> {
  let asked: JsonObject = {};
  await answering(NO_ANSWER, request, settings, (body) => (asked = asObject(parseJson(body)) ?? {}));
  return asked;
}

/** What Gemini answered, as a completion. */
export function geminiCompletion(
  answer: JsonObject,
  model: string,
  settings: ProviderSettings,
): Promise<ChatCompletion> {
  return answering(answer, { model, messages: [{ role: 'user', content: '-' }] }, settings, () => {});
}

function answering(
  answer: JsonObject,
  request: ChatRequest,
  settings: ProviderSettings,
  onBody: (body: string) => void,
): Promise<ChatCompletion> {
  const chat = bridgedChat(NAME, {
    ...geminiDialect('googleVertex'),
    async model({ model }) {
      const { createGoogle } = await import('@ai-sdk/google');
      const fetch = (_address: unknown, init?: RequestInit): Promise<Response> => {
        if (typeof init?.body === 'string') onBody(init.body);
        return Promise.resolve(Response.json(answer));
      };
      return createGoogle({ name: VERTEX_PACKAGE, apiKey: '-', baseURL: NOWHERE, fetch })(geminiId(model));
    },
  });
  return chat.complete(
    { request, model: request.model, settings, dropUnsupported: true },
    new AbortController().signal,
  );
}
