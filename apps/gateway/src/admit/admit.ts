import type { IncomingHttpHeaders } from 'node:http';
import { Authenticator, permit, type Caller, type Identity, type PresentingHead } from '@showrunner/access';
import type { RequestHead } from '@showrunner/service';
import type { Limits } from '@showrunner/store';
import type { AccessSettings } from '../config/sections/general-settings.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { RequestControls } from '../exchange/request-controls.ts';
import { badRequest, GatewayError } from '../failure/gateway-error.ts';
import { administrator } from './administrator.ts';
import { Admitted } from './admitted.ts';
import { callerRefusal, scopeRefusal } from './caller-refusal.ts';
import { keyHeaders } from './key-headers.ts';
import { Demands } from './demands.ts';
import { KeyLimits } from './key-limits.ts';

const WITHOUT_LIMITS = new Admitted('', undefined);

/** Whom a gateway without a key answers beside programs of its machine. */
export interface AnsweredPages {
  /** Under which names, beside those of loopback. */
  readonly allowedHosts?: readonly string[] | undefined;
  /** Pages of which origins, beside its own. */
  readonly allowedOrigins?: readonly string[] | undefined;
}

/** Decides who may do what, how many and how much. Immutable: a reload makes a new one; what is counted goes on. */
export class Admission {
  /** What each request has to be like; nothing where it may be anything. */
  readonly demands: Demands | undefined;
  /** Everybody on this machine is let in. */
  readonly isKeyless: boolean;
  /** Where keys are looked for, in lower case. */
  readonly keyHeaderNames: readonly string[];
  readonly #allowsMocks: boolean;
  readonly #authenticator: Authenticator;
  readonly #mostInFlight: number;
  /** By the id of the key; a key that is not there has none. */
  readonly #limits = new Map<string, KeyLimits>();

  constructor(
    { masterKey, keyHeader, globalMaxParallelRequests, keyLimits, allowsMocks, demands }: AccessSettings,
    store: Limits,
    { allowedHosts, allowedOrigins }: AnsweredPages,
  ) {
    this.isKeyless = masterKey === undefined;
    this.#allowsMocks = allowsMocks;
    const taken = keyHeaders(keyHeader);
    this.keyHeaderNames = [...new Set([...taken.headers, ...keyHeaders(undefined).headers].map(({ name }) => name))];
    this.#authenticator = new Authenticator({
      headers: taken,
      key: masterKey?.reveal(),
      administrator,
      allowedHosts,
      allowedOrigins,
    });
    this.demands = demands && new Demands(demands);
    this.#mostInFlight = globalMaxParallelRequests ?? Infinity;
    const { keyId } = administrator;
    if (keyLimits) this.#limits.set(keyId, new KeyLimits(store, keyId, keyLimits));
  }

  /** Throws a 403 for pages of other sites where there is no key: for routes that ask nobody for one. */
  refuseForeignPage(request: PresentingHead): void {
    if (this.#authenticator.isForeign(request)) throw callerRefusal('foreign_page');
  }

  /** The caller, with `scope` among what they may do. Throws, or rejects with, a 400, 401 or 403. */
  permit(request: RequestHead, scope: string): Caller | Promise<Caller> {
    const identity = this.#authenticator.identify(request);
    return identity instanceof Promise ? identity.then((one) => permitted(one, scope)) : permitted(identity, scope);
  }

  /** Throws a 400 for what a request asks to be made up, in LiteLLM's words, unless the operator lets callers. */
  refuseMocks({ mocks }: RequestControls): void {
    if (mocks === undefined || this.#allowsMocks) return;
    throw badRequest(
      `Mock testing request params are disabled on this proxy: ${mocks.members.join(', ')}. An admin can enable them by setting \`general_settings.dangerously_allow_mock_testing_request_params: true\` in config.yaml.`,
      mocks.members[0],
    );
  }

  /** Who presents a key of this gateway's, for routes that ask nobody for one; nothing where nobody does, or needs none. */
  async presenter(request: RequestHead): Promise<Caller | undefined> {
    if (this.isKeyless || !this.presentsKey(request.headers)) return undefined;
    const identity = await this.#authenticator.identify(request);
    return identity.kind === 'known' ? identity.caller : undefined;
  }

  /** Whether the caller may, for answers that only say more to those who do. */
  async permits(request: RequestHead, scope: string): Promise<boolean> {
    const identity = await this.#authenticator.identify(request);
    return identity.kind === 'known' && permit(identity.caller, scope).kind === 'permitted';
  }

  /** Whether a request holds a key, right or wrong. */
  presentsKey(headers: IncomingHttpHeaders): boolean {
    return this.keyHeaderNames.some((name) => headers[name] !== undefined);
  }

  /**
   * Throws, or rejects with, a 429 when as many requests are under way in this process as `global_max_parallel_requests`
   * allows, or when a limit of the caller's key is spent. `inFlight` are those that this process answers now.
   */
  admit(exchange: Exchange, inFlight: number): Admitted | Promise<Admitted> {
    if (inFlight >= this.#mostInFlight) throw tooMany(this.#mostInFlight);
    return this.#limits.get(exchange.record.caller.keyId)?.admit(exchange) ?? WITHOUT_LIMITS;
  }
}

function permitted(identity: Identity, scope: string): Caller {
  if (identity.kind !== 'known') throw callerRefusal(identity.kind);
  const permission = permit(identity.caller, scope);
  if (permission.kind === 'lacks_scope') throw scopeRefusal(permission.scope);
  return identity.caller;
}

function tooMany(limit: number): GatewayError {
  return new GatewayError({
    status: 429,
    type: 'throttling_error',
    message: `Max parallel requests reached. Limit: ${limit}`,
    headers: { 'retry-after': '1' },
  });
}
