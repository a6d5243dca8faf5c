import { anthropicBetas } from '../anthropic-wire/anthropic-headers.ts';
import { defineAnthropicVendor } from '../anthropic-wire/anthropic-vendor.ts';
import betas from '../anthropic-wire/betas.generated.json' with { type: 'json' };
import { requestHeaders } from '../kit/request/request-headers.ts';
import type { ProviderSettings } from '../spec/call.ts';
import { NAME } from './names.ts';
import { isClaude, isGemini, isPredicted } from './publishers.ts';
import { shelf } from './shelf.ts';
import { googleIdentity, vertexPlace, vertexRoot } from './vertex-place.ts';

/** Vertex' name of the Messages API (Google, "Request predictions with Claude models", 2026-11). */
const API_VERSION = 'vertex-2023-10-16';
const supportedBetas: Readonly<Record<string, string>> = betas.vertex_ai;

/** Claude at Google's Vertex AI by `rawPredict`, and Gemini by its own wire, as a service account. A key is taken for a token. */
export const vendor = defineAnthropicVendor({
  ...NAME,
  aliases: ['vertex_ai_beta'],
  environment: {},
  options: [
    { name: 'vertex_project', variables: ['VERTEXAI_PROJECT'], isSecret: false },
    { name: 'vertex_location', variables: ['VERTEXAI_LOCATION'], isSecret: false },
    {
      name: 'vertex_credentials',
      variables: ['VERTEXAI_CREDENTIALS', 'GOOGLE_APPLICATION_CREDENTIALS'],
      isSecret: true,
    },
    { name: 'gcs_bucket_name', variables: ['GCS_BATCH_BUCKET_NAME', 'GCS_BUCKET_NAME'], isSecret: false },
    { name: 'bucket_name', variables: [], isSecret: false },
    { name: 'vertex_ai_project', variables: [], isSecret: false },
    { name: 'vertex_ai_location', variables: [], isSecret: false },
    { name: 'vertex_ai_credentials', variables: [], isSecret: true },
  ],
  keyRequired: false,
  defaultApiBase: undefined,
  counts: true,
  refuses: (model) =>
    isClaude(model) || isGemini(model) || isPredicted(model)
      ? undefined
      : 'of Vertex AI, Claude and Google’s own models are served here yet',
  url({ model, settings }, endpoint) {
    const models = `${vertexPlace(settings)}/publishers/anthropic/models`;
    if (endpoint === 'count') return `${models}/count-tokens:rawPredict`;
    return `${models}/${encodeURIComponent(model)}:${endpoint === 'stream' ? 'streamRawPredict' : 'rawPredict'}`;
  },
  headers(call) {
    const { apiKey } = call.settings;
    const headers = requestHeaders(call.settings, apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` });
    const named = anthropicBetas(call).flatMap((beta) => supportedBetas[beta] ?? []);
    delete headers['anthropic-beta'];
    if (named.length > 0) headers['anthropic-beta'] = [...new Set(named)].join(',');
    return headers;
  },
  prepareBody(body, call) {
    // The address names the model, but where tokens are counted.
    if (body.max_tokens !== undefined) delete body.model;
    body.anthropic_version ??= call.settings.apiVersion ?? API_VERSION;
  },
  async authorise(request, { settings }) {
    if (settings.apiKey !== undefined) return request;
    const { authorization, inPlace } = await googleIdentity(settings);
    return { ...request, url: inPlace(request.url), headers: { ...request.headers, authorization } };
  },
  files: { shelf },
  passage: {
    url: passedUrl,
    headers: ({ apiKey }) => (apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
  },
});

/** What a caller asks of Vertex AI itself; where it names no project and no location, the configured ones stand. */
function passedUrl(rest: string, settings: ProviderSettings): string {
  const { version = rest.includes('cachedContents') ? 'v1beta1' : 'v1', path = rest } =
    /^\/(?<version>v1(?:beta1)?)(?<path>\/.*)$/.exec(rest)?.groups ?? {};
  const named = /\/locations\/([a-z][a-z0-9-]*)/.exec(path)?.[1];
  if (path.startsWith('/projects/')) return `${vertexRoot(settings, named)}/${version}${path}`;
  return `${vertexPlace(settings, { version, location: named })}${path}`;
}
