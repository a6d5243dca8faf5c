import type { RequestHead } from '@showrunner/service';
import type { Limits } from '@showrunner/store';
import type { Caller } from '../exchange/caller.ts';
import type { AccessSettings } from '../config/sections/general-settings.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { GatewayError } from '../failure/gateway-error.ts';
import type { Admitted } from './admitted.ts';
import { KeyLimiter } from './key-limiter.ts';
import { MasterKey } from './master-key.ts';
import { presentedKey } from './presented-key.ts';

/** LiteLLM's name for it in spend rows; a digest of a key that people choose could be guessed back. */
const MASTER: Caller = { tenant: 'master', keyId: 'litellm_proxy_master_key' };
const WITHOUT_LIMITS: Admitted = { headerLines: '', settle() {} };

/** Decides who may come in, and how many and how much. Immutable: a reload makes a new one; what is counted goes on. */
export class Admission {
  readonly #masterKey: MasterKey | undefined;
  readonly #keyHeader: string | undefined;
  readonly #mostInFlight: number;
  readonly #limiter: KeyLimiter | undefined;

  constructor({ masterKey, keyHeader, globalMaxParallelRequests, keyLimits }: AccessSettings, limits: Limits) {
    this.#masterKey = masterKey === undefined ? undefined : new MasterKey(masterKey);
    this.#keyHeader = keyHeader;
    this.#mostInFlight = globalMaxParallelRequests ?? Infinity;
    this.#limiter = keyLimits && new KeyLimiter(limits, MASTER.keyId, keyLimits);
  }

  /** Who asks. Throws a 401 unless the request has the key. Without a configured key everybody on this machine may. */
  identify(request: RequestHead): Caller | Promise<Caller> {
    this.checkKey(request);
    return MASTER;
  }

  checkKey(request: RequestHead): void {
    const key = presentedKey(request, this.#keyHeader);
    if (!this.#masterKey) return;
    if (key === undefined) throw unauthorized('No api key passed in.');
    if (!this.#masterKey.matches(key)) throw unauthorized('The key is not valid here.');
  }

  /**
   * Throws, or rejects with, a 429 when as many requests are under way in this process as `global_max_parallel_requests`
   * allows, or when a limit of the caller's key is spent. `inFlight` are those that this process answers now.
   */
  admit(exchange: Exchange, inFlight: number): Admitted | Promise<Admitted> {
    if (inFlight >= this.#mostInFlight) throw tooMany(this.#mostInFlight);
    return this.#limiter ? this.#limiter.admit(exchange) : WITHOUT_LIMITS;
  }
}

function tooMany(limit: number): GatewayError {
  return new GatewayError({
    status: 429,
    type: 'throttling_error',
    message: `Max parallel requests reached. Limit: ${limit}`,
    headers: { 'retry-after': '1' },
  });
}

function unauthorized(reason: string): GatewayError {
  return new GatewayError({
    status: 401,
    type: 'auth_error',
    param: 'None',
    message: `Authentication Error, ${reason}`,
    headers: { 'www-authenticate': 'Bearer' },
  });
}
