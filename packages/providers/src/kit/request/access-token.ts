import { asString, isJsonObject, parseJson } from '../json.ts';

/** A token is not used in its last seconds, because a call takes some. */
const SPARE_SECONDS = 60;
const LONGEST_WAIT_MS = 10_000;

/** What proves for a while who calls. */
export interface Token {
  readonly value: string;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
}

/** Tokens by whose they are. One that is being fetched serves all who wait for it. */
const tokens = new Map<string, Promise<Token>>();

/**
 * A token that is kept until shortly before it ends.
 *
 * @param identity whose it is: in words that nothing can be undone from
 */
export async function keptToken(identity: string, fetchToken: () => Promise<Token>): Promise<string> {
  const kept = await tokens.get(identity)?.catch(() => undefined);
  if (kept && kept.endsAt > Date.now()) return kept.value;
  const fetching = fetchToken();
  tokens.set(identity, fetching);
  fetching.catch(() => tokens.delete(identity));
  return (await fetching).value;
}

/** Where a token is had for a form, by OAuth 2.0 (RFC 6749, 4.4 and 5.1). */
export interface TokenForm {
  /** Who gives it out, for messages. */
  readonly whose: string;
  readonly url: string;
  readonly form: Readonly<Record<string, string>>;
}

/** Rejects with an `Error` that names no secret. */
export async function tokenForForm({ whose, url, form }: TokenForm): Promise<Token> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
  const answer = await askForToken(whose, url, { method: 'POST', headers, body: new URLSearchParams(form).toString() });
  const value = asString(answer.access_token);
  if (value === undefined) throw new Error(`${whose} gave no access token`);
  const seconds = Number(answer.expires_in);
  return { value, endsAt: endOf(Date.now() / 1000 + (Number.isFinite(seconds) ? seconds : 0)) };
}

/** @param second since 1970, in which a token ends */
export function endOf(second: number): number {
  return Math.max(0, second - SPARE_SECONDS) * 1000;
}

/** What a server that gives out tokens says. Rejects with an `Error` that names no secret. */
export async function askForToken(
  whose: string,
  url: string,
  asked: { method: 'GET' | 'POST'; headers: Record<string, string>; body?: string },
): Promise<Record<string, unknown>> {
  // Loaded with the first token: gateways without such a vendor need none of it.
  const { request } = await import('undici');
  const { statusCode, body } = await request(url, { ...asked, signal: AbortSignal.timeout(LONGEST_WAIT_MS) });
  const answer = parseJson(await body.text());
  if (statusCode === 200 && isJsonObject(answer)) return answer;
  const said = isJsonObject(answer) ? answer : {};
  const reason =
    asString(said.error_description) ?? asString(said.errorMessage) ?? asString(said.message) ?? asString(said.error);
  throw new Error(`${whose} gave no access token (HTTP status ${statusCode}${reason ? `: ${reason}` : ''})`);
}
