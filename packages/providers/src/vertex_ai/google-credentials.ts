import { createSign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { asString, isJsonObject, parseJson, type JsonObject } from '../kit/json.ts';

/** What Google's file of credentials says, as far as a token is got by it. */
export interface GoogleCredentials {
  readonly projectId: string | undefined;
  /** Where tokens are given out. */
  readonly tokenUrl: string;
  /** The form that is posted there. */
  form(now: number): Record<string, string>;
  /** Whose they are: tokens are kept by it. */
  readonly identity: string;
}

const TOKEN_URL = 'https://oauth2.googleapis.com/token';
const SCOPE = 'https://www.googleapis.com/auth/cloud-platform';
/** How long a token is asked for, in seconds; Google gives none for longer. */
const LIFETIME_SECONDS = 3600;

/**
 * `vertex_credentials` is a path, the file's JSON, or its members. Throws an `Error` with what is wrong, without a
 * secret.
 */
export async function readGoogleCredentials(given: unknown): Promise<GoogleCredentials> {
  const members = isJsonObject(given) ? given : await readMembers(given);
  switch (members.type) {
    case 'service_account':
      return serviceAccount(members);
    case 'authorized_user':
      return authorizedUser(members);
    default:
      throw new Error(`credentials of the type ${JSON.stringify(members.type)} are not read; use a service account's`);
  }
}

async function readMembers(given: unknown): Promise<JsonObject> {
  if (typeof given !== 'string' || given === '') {
    throw new Error('there are no credentials: set vertex_credentials, or GOOGLE_APPLICATION_CREDENTIALS');
  }
  const text = given.trimStart().startsWith('{') ? given : await readFile(given, 'utf8');
  const members = parseJson(text);
  if (!isJsonObject(members)) throw new Error('the credentials are no JSON object');
  return members;
}

/** A token for a signed statement (RFC 7523; Google, "Using OAuth 2.0 for Server to Server Applications"). */
function serviceAccount(members: JsonObject): GoogleCredentials {
  const email = asString(members.client_email) ?? '';
  const key = asString(members.private_key) ?? '';
  const keyId = asString(members.private_key_id);
  const tokenUrl = asString(members.token_uri) ?? TOKEN_URL;
  if (email === '' || key === '') throw new Error('the service account lacks client_email or private_key');
  return {
    projectId: asString(members.project_id),
    tokenUrl,
    identity: `${email} ${keyId ?? ''}`,
    form(now) {
      const head = { alg: 'RS256', typ: 'JWT', ...(keyId !== undefined && { kid: keyId }) };
      const claims = { iss: email, scope: SCOPE, aud: tokenUrl, iat: now, exp: now + LIFETIME_SECONDS };
      const statement = `${encoded(head)}.${encoded(claims)}`;
      const signature = createSign('RSA-SHA256').update(statement).sign(key, 'base64url');
      return {
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        assertion: `${statement}.${signature}`,
      };
    },
  };
}

/** What `gcloud auth application-default login` leaves behind. */
function authorizedUser(members: JsonObject): GoogleCredentials {
  const secret = (name: string): string => asString(members[name]) ?? '';
  return {
    projectId: asString(members.quota_project_id),
    tokenUrl: asString(members.token_uri) ?? TOKEN_URL,
    identity: `${secret('client_id')} ${secret('refresh_token')}`,
    form: () => ({
      grant_type: 'refresh_token',
      client_id: secret('client_id'),
      client_secret: secret('client_secret'),
      refresh_token: secret('refresh_token'),
    }),
  };
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
