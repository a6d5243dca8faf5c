import { Agent, request, type Dispatcher } from 'undici';
import type { AddressGuard } from '../address/address-guard.ts';
import { AddressRefusedError, guardedLookup, type Resolve } from '../address/guarded-lookup.ts';
import { beginningOf } from './answer-beginning.ts';
import type { AttemptOutcome } from '@showrunner/contract';
import type { Attempt } from '../attempt.ts';
import { retryAfterMs } from './retry-after.ts';

/** What is sent, signed for this try. */
export interface SignedMessage {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Calls receivers, each only where webhooks may go. */
export interface ReceiverClient {
  /** One try, whatever comes of it. Rejects only when `signal` aborts, with its reason. */
  call(message: SignedMessage, signal: AbortSignal): Promise<Attempt>;
  close(): Promise<void>;
}

export interface ReceiverClientOptions {
  readonly guard: AddressGuard;
  readonly resolve?: Resolve | undefined;
  /** For resolving, connecting, sending and the answer together. */
  readonly timeoutMs?: number | undefined;
}

/** Standard Webhooks 1.0, "Timeouts": 15 to 30 s. */
const TIMEOUT_MS = 15_000;

export function createReceiverClient({
  guard,
  resolve,
  timeoutMs = TIMEOUT_MS,
}: ReceiverClientOptions): ReceiverClient {
  // A connection is for one call: receivers are called seldom, and one that was kept may be closed under the next call.
  const connecting = { lookup: guardedLookup(guard, resolve), timeout: timeoutMs };
  const agent = new Agent({ connect: connecting, pipelining: 0, allowH2: false });
  return {
    async call(message, signal) {
      const startedAt = new Date();
      const begun = performance.now();
      const timeout = AbortSignal.timeout(timeoutMs);
      const met = await meetReceiver(message, { guard, agent, signal: AbortSignal.any([signal, timeout]) }).catch(
        (error: unknown) => {
          signal.throwIfAborted();
          return timeout.aborted ? unanswered('timed_out', `No answer within ${timeoutMs / 1_000} s.`) : failure(error);
        },
      );
      return { startedAt, durationMs: Math.round(performance.now() - begun), ...met };
    },
    close: () => agent.destroy(),
  };
}

type Meeting = Omit<Attempt, 'startedAt' | 'durationMs'>;

async function meetReceiver(
  { url: text, headers, body }: SignedMessage,
  { guard, agent, signal }: { guard: AddressGuard; agent: Dispatcher; signal: AbortSignal },
): Promise<Meeting> {
  const verdict = guard.read(text);
  if (verdict.kind === 'refused')
    return unanswered('refused', `The address ${verdict.reason}; needed is ${verdict.allowed}.`);
  const asking = request(verdict.url, { method: 'POST', dispatcher: agent, headers, body, signal });
  const response = await Promise.race([asking, aborted(signal)]);
  const { statusCode: status } = response;
  return {
    ...judge(status, first(response.headers.location)),
    status,
    mediaType: first(response.headers['content-type'])?.split(';', 1)[0]?.trim().slice(0, 100) ?? null,
    answer: await beginningOf(response.body),
    retryAfterMs: retryAfterMs(first(response.headers['retry-after']), Date.now()),
  };
}

/** undici hears of a signal only once it is connected, and a name may take long to be resolved. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

/** Standard Webhooks 1.0, "Responses": 2xx alone is success, 410 ends it, redirects are failures. */
function judge(status: number, location: string | undefined): Pick<Meeting, 'outcome' | 'error'> {
  if (status >= 200 && status < 300) return { outcome: 'delivered', error: null };
  const said = `The receiver answered ${status}`;
  if (status === 410)
    return { outcome: 'gone', error: `${said}: nothing more is sent to this address until a test of it succeeds.` };
  if (status < 300 || status >= 400) return { outcome: 'rejected', error: `${said}.` };
  const where = location === undefined ? '' : `, which leads to ${location.slice(0, 500)}`;
  return { outcome: 'redirected', error: `${said}${where}; redirects are not followed.` };
}

function failure(error: unknown): Meeting {
  if (error instanceof AddressRefusedError) return unanswered('refused', error.message);
  return unanswered('unreachable', `The receiver cannot be reached: ${reasonOf(error)}.`);
}

function unanswered(outcome: AttemptOutcome, error: string): Meeting {
  return { outcome, status: null, mediaType: null, answer: null, error, retryAfterMs: 0 };
}

/** A host with several addresses that all refuse gives an error without words of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}

function first(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
