import { asString, isJsonObject, parseJson } from '../kit/json.ts';
import type { GoogleCredentials } from './google-credentials.ts';

/** A token is not used in its last seconds, because a call takes some. */
const SPARE_SECONDS = 60;
const LONGEST_WAIT_MS = 10_000;

interface Token {
  readonly value: string;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
}

/** Tokens by whose they are. One that is being fetched serves all who wait for it. */
const tokens = new Map<string, Promise<Token>>();

/** A token to call Google's APIs with. Rejects with an `Error` that names no secret. */
export async function accessToken(credentials: GoogleCredentials): Promise<string> {
  const { identity } = credentials;
  const kept = await tokens.get(identity)?.catch(() => undefined);
  if (kept && kept.endsAt > Date.now()) return kept.value;
  const fetching = fetchToken(credentials);
  tokens.set(identity, fetching);
  fetching.catch(() => tokens.delete(identity));
  return (await fetching).value;
}

async function fetchToken(credentials: GoogleCredentials): Promise<Token> {
  // Loaded with the first token: gateways without such a vendor need none of it.
  const { request } = await import('undici');
  const now = Date.now();
  const { statusCode, body } = await request(credentials.tokenUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(credentials.form(Math.floor(now / 1000))).toString(),
    signal: AbortSignal.timeout(LONGEST_WAIT_MS),
  });
  const answer = parseJson(await body.text());
  const value = isJsonObject(answer) ? asString(answer.access_token) : undefined;
  if (statusCode !== 200 || !isJsonObject(answer) || value === undefined) {
    const reason = isJsonObject(answer) ? (asString(answer.error_description) ?? asString(answer.error)) : undefined;
    throw new Error(`Google gave no access token (HTTP status ${statusCode}${reason ? `: ${reason}` : ''})`);
  }
  const seconds = Number(answer.expires_in);
  return { value, endsAt: now + (Math.max(0, Number.isFinite(seconds) ? seconds : 0) - SPARE_SECONDS) * 1000 };
}
