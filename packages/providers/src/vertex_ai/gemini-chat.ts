import { bridgedChat } from '../bridge/chat.ts';
import type { FetchFromVendor } from '../bridge/fetch-from-vendor.ts';
import { geminiDialect } from '../gemini-wire/dialect.ts';
import { geminiId, isTuned } from './gemini-id.ts';
import { VERTEX_PACKAGE } from './names.ts';
import { vendor } from './vendor.ts';
import { googleIdentity, vertexPlace, type GoogleIdentity } from './vertex-place.ts';

/** Chat completions by Gemini's `generateContent` at Vertex AI. */
export const geminiChat = bridgedChat(vendor, {
  ...geminiDialect('googleVertex'),
  async model({ model, settings }, fetch) {
    const { createGoogle } = await import('@ai-sdk/google');
    const identity = await googleIdentity(settings);
    const id = geminiId(model);
    const baseURL = identity.inPlace(vertexPlace(settings)) + (isTuned(id) ? '' : '/publishers/google');
    const options = { name: VERTEX_PACKAGE, apiKey: '-', baseURL, fetch: as(identity, fetch) };
    return createGoogle(options)(isTuned(id) ? `endpoints/${id}` : id);
  },
});

/** The package proves who calls by a key of Gemini's API; here it is Google Cloud's token. */
function as({ authorization }: GoogleIdentity, fetch: FetchFromVendor): FetchFromVendor {
  return (input, init) => {
    const headers = new Headers(init?.headers);
    headers.delete('x-goog-api-key');
    headers.set('authorization', authorization);
    return fetch(input, { ...init, headers });
  };
}
