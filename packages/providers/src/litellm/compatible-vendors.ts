import { mistralDialect } from '../mistral-wire/mistral-dialect.ts';
import { openAiChat } from '../openai-wire/chat.ts';
import type { OpenAiChatDialect } from '../openai-wire/chat-dialect.ts';
import { openAiCompletions } from '../openai-wire/completions.ts';
import { openAiEmbeddings } from '../openai-wire/embeddings.ts';
import {
  openAiEdits,
  openAiImages,
  openAiSpeech,
  openAiTranscriptions,
  openAiTranslations,
} from '../openai-wire/media-kinds.ts';
import { openAiModerations } from '../openai-wire/moderations.ts';
import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';
import type { HttpProviderAdapter } from '../spec/adapter.ts';
import names from './vendors.generated.json' with { type: 'json' };

/** A vendor of OpenAI's wire of which LiteLLM's own code says all that there is to know. */
type CompatibleVendor = (typeof names.openAiWire)[number] & { readonly address?: string };

/** Those whose wire is that of another vendor: the same models, at another address. */
const DIALECTS: Readonly<Record<string, OpenAiChatDialect>> = { codestral: mistralDialect };

/** The vendors of OpenAI's wire that need no folder of their own: a line of data each. */
export const compatibleVendors: readonly HttpProviderAdapter[] = names.openAiWire.map(adapterOf);

function adapterOf({
  name,
  title,
  apiKey,
  apiBase,
  address,
  saysMaxTokens,
  embeds,
  completes,
}: CompatibleVendor): HttpProviderAdapter {
  const vendor = defineOpenAiVendor({
    name,
    title,
    environment: { apiKey, apiBase },
    keyRequired: address !== undefined && apiKey.length > 0 && !isOfThisMachine(address),
    defaultApiBase: address,
  });
  return {
    ...vendor,
    chat: openAiChat(
      vendor,
      DIALECTS[name] ?? (saysMaxTokens ? { renamed: { max_completion_tokens: 'max_tokens' } } : {}),
    ),
    ...(embeds && { embeddings: openAiEmbeddings(vendor) }),
    // LiteLLM asks all of them as it asks OpenAI (`litellm/main.py`, 1.108.7: `openai_compatible_providers`).
    moderations: openAiModerations(vendor),
    images: openAiImages(vendor),
    edits: openAiEdits(vendor),
    speech: openAiSpeech(vendor),
    transcriptions: openAiTranscriptions(vendor),
    translations: openAiTranslations(vendor),
    ...(completes && { completions: openAiCompletions(vendor) }),
  };
}

function isOfThisMachine(address: string): boolean {
  return /^(localhost|127\.0\.0\.1)$/.test(new URL(address).hostname);
}
