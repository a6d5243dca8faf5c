import { bridgedChat } from '../bridge/chat.ts';
import { geminiDialect } from '../gemini-wire/dialect.ts';
import { withoutTrailingSlashes } from '../kit/request/request-headers.ts';
import { vendor } from './vendor.ts';

/** Chat completions by Gemini's `generateContent`. */
export const chat = bridgedChat(vendor, {
  ...geminiDialect('google'),
  async model({ model, settings }, fetch) {
    const { createGoogle } = await import('@ai-sdk/google');
    const baseURL = withoutTrailingSlashes(settings.apiBase ?? vendor.defaultApiBase);
    return createGoogle({ apiKey: settings.apiKey ?? '', baseURL, fetch })(model);
  },
});
