import { anthropicBetas } from '../anthropic-wire/anthropic-headers.ts';
import { defineAnthropicVendor } from '../anthropic-wire/anthropic-vendor.ts';
import betas from '../anthropic-wire/betas.generated.json' with { type: 'json' };
import { asString } from '../kit/json.ts';
import { requestHeaders, withoutTrailingSlashes } from '../kit/request-headers.ts';
import { ProviderError } from '../spec/error.ts';
import type { ProviderSettings } from '../spec/call.ts';
import { accessToken } from './access-token.ts';
import { readGoogleCredentials } from './google-credentials.ts';

/** Vertex' name of the Messages API (Google, "Request predictions with Claude models", 2026-11). */
const API_VERSION = 'vertex-2023-10-16';
/** LiteLLM's, where nobody says one. */
const DEFAULT_LOCATION = 'us-central1';
/** Stands in an address for the project of the credentials, until they are read. */
const PROJECT_OF_CREDENTIALS = '-';

const supportedBetas: Readonly<Record<string, string>> = betas.vertex_ai;

/** Claude at Google's Vertex AI, by `rawPredict`, as a service account. A key is taken for a token. */
export const vendor = defineAnthropicVendor({
  name: 'vertex_ai',
  title: 'Vertex AI',
  environment: {},
  options: [
    { name: 'vertex_project', variables: ['VERTEXAI_PROJECT'], isSecret: false },
    { name: 'vertex_location', variables: ['VERTEXAI_LOCATION'], isSecret: false },
    {
      name: 'vertex_credentials',
      variables: ['VERTEXAI_CREDENTIALS', 'GOOGLE_APPLICATION_CREDENTIALS'],
      isSecret: true,
    },
    { name: 'vertex_ai_project', variables: [], isSecret: false },
    { name: 'vertex_ai_location', variables: [], isSecret: false },
    { name: 'vertex_ai_credentials', variables: [], isSecret: true },
  ],
  keyRequired: false,
  defaultApiBase: undefined,
  counts: true,
  refuses: (model) => (model.startsWith('claude') ? undefined : 'of Vertex AI, Claude alone is served here yet'),
  url({ model, settings }, endpoint) {
    const project = option(settings, 'project') ?? PROJECT_OF_CREDENTIALS;
    const location = option(settings, 'location') ?? DEFAULT_LOCATION;
    const root = settings.apiBase === undefined ? hostOf(location) : withoutTrailingSlashes(settings.apiBase);
    const models = `${root}/v1/projects/${project}/locations/${location}/publishers/anthropic/models`;
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
    try {
      const credentials = await readGoogleCredentials(option(settings, 'credentials', isAnything));
      const { projectId = PROJECT_OF_CREDENTIALS } = credentials;
      const authorization = `Bearer ${await accessToken(credentials)}`;
      const url = request.url.replace(`/projects/${PROJECT_OF_CREDENTIALS}/`, `/projects/${projectId}/`);
      return { ...request, url, headers: { ...request.headers, authorization } };
    } catch (error) {
      throw unauthorised(error);
    }
  },
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
  const location = named ?? option(settings, 'location') ?? DEFAULT_LOCATION;
  const root = settings.apiBase === undefined ? hostOf(location) : withoutTrailingSlashes(settings.apiBase);
  if (path.startsWith('/projects/')) return `${root}/${version}${path}`;
  const project = option(settings, 'project') ?? PROJECT_OF_CREDENTIALS;
  return `${root}/${version}/projects/${project}/locations/${location}${path}`;
}

function hostOf(location: string): string {
  // A part of the world has no dash in its name (Google, "Locations", 2026-11).
  if (location !== 'global' && !location.includes('-')) return `https://aiplatform.${location}.rep.googleapis.com`;
  return location === 'global' ? 'https://aiplatform.googleapis.com' : `https://${location}-aiplatform.googleapis.com`;
}

/** Under the first of LiteLLM's two names that is set. */
function option(settings: ProviderSettings, name: 'project' | 'location'): string | undefined;
function option(settings: ProviderSettings, name: 'credentials', read: (value: unknown) => unknown): unknown;
function option(
  { options }: ProviderSettings,
  name: string,
  read: (value: unknown) => unknown = (value) => asString(value) || undefined,
): unknown {
  return read(options?.[`vertex_${name}`]) ?? read(options?.[`vertex_ai_${name}`]);
}

function isAnything(value: unknown): unknown {
  return value;
}

function unauthorised(cause: unknown): ProviderError {
  return new ProviderError({
    kind: 'authentication',
    message: `Vertex AI: ${cause instanceof Error ? cause.message : 'the credentials cannot be read'}`,
    provider: 'vertex_ai',
    status: 401,
    isRetryable: false,
    cause,
  });
}
