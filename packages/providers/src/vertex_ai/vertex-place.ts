import { keptToken, tokenForForm } from '../kit/request/access-token.ts';
import { unauthorised } from '../kit/failure/failures.ts';
import { asString } from '../kit/json.ts';
import { withoutTrailingSlashes } from '../kit/request/request-headers.ts';
import type { ProviderSettings } from '../spec/call.ts';
import { readGoogleCredentials, type GoogleCredentials } from './google-credentials.ts';
import { NAME } from './names.ts';

/** LiteLLM's, where nobody says one. */
const DEFAULT_LOCATION = 'us-central1';
/** Stands in an address for the project of the credentials, until they are read. */
const PROJECT_OF_CREDENTIALS = '-';

/** Where Vertex AI is, for what lies at a location; the configured one where none is named. */
export function vertexRoot(settings: ProviderSettings, named?: string): string {
  return settings.apiBase === undefined
    ? hostOf(named ?? locationOf(settings))
    : withoutTrailingSlashes(settings.apiBase);
}

/** The project's place there, below which everything of it lies. */
export function vertexPlace(
  settings: ProviderSettings,
  { version = 'v1', location = locationOf(settings) }: { version?: string; location?: string | undefined } = {},
): string {
  const project = option(settings, 'project') ?? PROJECT_OF_CREDENTIALS;
  return `${vertexRoot(settings, location)}/${version}/projects/${project}/locations/${location}`;
}

/** Who calls: a header's value, and addresses with the project of the credentials where none was named. */
export interface GoogleIdentity {
  readonly authorization: string;
  readonly inPlace: (url: string) => string;
}

/** As the service account that is configured; a key is taken for a token. Rejects with a `ProviderError`. */
export async function googleIdentity(settings: ProviderSettings): Promise<GoogleIdentity> {
  if (settings.apiKey !== undefined) return { authorization: `Bearer ${settings.apiKey}`, inPlace: (url) => url };
  try {
    const credentials = await readGoogleCredentials(option(settings, 'credentials', isAnything));
    const { projectId = PROJECT_OF_CREDENTIALS } = credentials;
    return {
      authorization: `Bearer ${await tokenOf(credentials)}`,
      inPlace: (url) => url.replace(`/projects/${PROJECT_OF_CREDENTIALS}/`, `/projects/${projectId}/`),
    };
  } catch (error) {
    throw unauthorised(NAME, error);
  }
}

function tokenOf(credentials: GoogleCredentials): Promise<string> {
  const { identity, tokenUrl: url } = credentials;
  return keptToken(`google ${identity}`, () =>
    tokenForForm({ whose: 'Google', url, form: credentials.form(Math.floor(Date.now() / 1000)) }),
  );
}

function locationOf(settings: ProviderSettings): string {
  return option(settings, 'location') ?? DEFAULT_LOCATION;
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
