import { request } from 'undici';
import { isMapping, type Mapping } from '../json/mapping.ts';

/** Why a service of a guardrail gave no verdict. Its message holds nothing of what was asked or answered. */
export class GuardServiceError extends Error {
  /** Whether nobody was there: the network failed, its time was up, or a proxy in front of it says so. */
  readonly isUnreachable: boolean;

  constructor(message: string, isUnreachable: boolean) {
    super(message);
    this.name = 'GuardServiceError';
    this.isUnreachable = isUnreachable;
  }
}

export interface ServiceCall {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** How long it may take, in seconds. */
  readonly timeoutSeconds: number;
  readonly signal: AbortSignal;
  /** Makes of the request one with a proof of who asks. */
  readonly authorise?: (sent: SentCall) => Promise<SentCall>;
  /** Whether an answer of another status than 2xx is a verdict as well. */
  readonly takes?: (status: number) => boolean;
}

/** A request as it leaves. */
export interface SentCall {
  readonly url: string;
  readonly method: 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A verdict is short; a service that sends more is broken. */
const MOST_BYTES = 16 * 1024 * 1024;
const UNREACHABLE = new Set([502, 503, 504]);

/** Asks a guardrail's service, and reads the JSON that it answers. Rejects with a `GuardServiceError`. */
export async function askService(call: ServiceCall): Promise<unknown> {
  const { url, headers, body, timeoutSeconds, signal, authorise } = call;
  const plain: SentCall = {
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify(body),
  };
  const limit = AbortSignal.timeout(timeoutSeconds * 1000);
  const sent = authorise ? await authorise(plain) : plain;
  return send(sent, call, AbortSignal.any([signal, limit])).catch((error: unknown) => {
    if (error instanceof GuardServiceError) throw error;
    signal.throwIfAborted();
    throw new GuardServiceError(
      limit.aborted ? `no answer within ${timeoutSeconds} s` : connectionProblem(error),
      true,
    );
  });
}

async function send(
  { url, method, headers, body }: SentCall,
  { takes }: ServiceCall,
  signal: AbortSignal,
): Promise<unknown> {
  const response = await request(url, { method, headers, body, signal });
  const { statusCode: status } = response;
  const bytes: Buffer[] = [];
  let size = 0;
  for await (const piece of response.body as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > MOST_BYTES) throw new GuardServiceError('its answer is too long', false);
    bytes.push(piece);
  }
  if ((status < 200 || status > 299) && takes?.(status) !== true) {
    throw new GuardServiceError(`it answered with status ${status}`, UNREACHABLE.has(status));
  }
  try {
    return JSON.parse(Buffer.concat(bytes).toString('utf8'));
  } catch {
    throw new GuardServiceError('its answer is no JSON', false);
  }
}

function connectionProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return `it cannot be reached (${code})`;
}

/** A verdict that is an object. Throws a `GuardServiceError` for any other. */
export function asVerdict(answer: unknown): Mapping {
  if (isMapping(answer)) return answer;
  throw new GuardServiceError('its answer is no verdict', false);
}
