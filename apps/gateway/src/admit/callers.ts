import type { IncomingHttpHeaders } from 'node:http';
import { Authenticator, permit, type Caller, type Identity, type PresentingHead } from '@showrunner/access';
import type { RequestHead } from '@showrunner/service';
import type { AccessSettings } from '../config/sections/general-settings/access-settings.ts';
import type { KeyDirectory } from '../keys/key-directory.ts';
import { VirtualKey } from '../keys/virtual-key.ts';
import { administrator } from './administrator.ts';
import { callerRefusal, scopeRefusal } from './caller-refusal.ts';
import { keyHeaders } from './key-headers.ts';
import { permittedKey } from './permit-key.ts';

/** Whom a gateway without a key answers beside programs of its machine. */
export interface AnsweredPages {
  /** Under which names, beside those of loopback. */
  readonly allowedHosts?: readonly string[] | undefined;
  /** Pages of which origins, beside its own. */
  readonly allowedOrigins?: readonly string[] | undefined;
}

/** What callers are known by beside the configuration. */
export interface CallerPorts {
  readonly pages: AnsweredPages;
  /** Who holds virtual keys. */
  readonly keys: KeyDirectory;
}

/** Knows who calls, and what they may do. Immutable: a reload makes a new one. */
export class Callers {
  /** Everybody on this machine is let in. */
  readonly isKeyless: boolean;
  /** Where keys are looked for, in lower case. */
  readonly keyHeaderNames: readonly string[];
  readonly #authenticator: Authenticator;

  constructor({ masterKey, keyHeader }: Pick<AccessSettings, 'masterKey' | 'keyHeader'>, ports: CallerPorts) {
    const { allowedHosts, allowedOrigins } = ports.pages;
    this.isKeyless = masterKey === undefined;
    const taken = keyHeaders(keyHeader);
    this.keyHeaderNames = [...new Set([...taken.headers, ...keyHeaders(undefined).headers].map(({ name }) => name))];
    this.#authenticator = new Authenticator({
      headers: taken,
      key: masterKey?.reveal(),
      administrator,
      holders: ports.keys,
      allowedHosts,
      allowedOrigins,
    });
  }

  /** Throws a 403 for pages of other sites where there is no key: for routes that ask nobody for one. */
  refuseForeignPage(request: PresentingHead): void {
    if (this.#authenticator.isForeign(request)) throw callerRefusal('foreign_page');
  }

  /**
   * The caller, with `scope` among what they may do. Throws, or rejects with, a 400, 401 or 403, and a 503 where a key
   * cannot be looked up.
   *
   * @param paths that lead to the same: a key may be held to some
   */
  permit(request: RequestHead, scope: string, paths: readonly string[]): Caller | Promise<Caller> {
    const identity = this.#authenticator.identify(request);
    return identity instanceof Promise
      ? identity.then((one) => permitted(one, scope, paths))
      : permitted(identity, scope, paths);
  }

  /** Who presents a key of this gateway's, for routes that ask nobody for one; nothing where nobody does, or needs none. */
  async presenter(request: RequestHead): Promise<Caller | undefined> {
    if (this.isKeyless || !this.presentsKey(request.headers)) return undefined;
    const identity = await this.#authenticator.identify(request);
    return identity.kind === 'known' && isGood(identity.caller) ? identity.caller : undefined;
  }

  /** Whether the caller may, for answers that only say more to those who do. */
  async permits(request: RequestHead, scope: string): Promise<boolean> {
    const identity = await this.#authenticator.identify(request);
    return identity.kind === 'known' && isGood(identity.caller) && permit(identity.caller, scope).kind === 'permitted';
  }

  /** Whether a request holds a key, right or wrong. */
  presentsKey(headers: IncomingHttpHeaders): boolean {
    return this.keyHeaderNames.some((name) => headers[name] !== undefined);
  }
}

function permitted(identity: Identity, scope: string, paths: readonly string[]): Caller {
  if (identity.kind !== 'known') throw callerRefusal(identity.kind);
  const { caller } = identity;
  if (caller instanceof VirtualKey) return permittedKey(caller, scope, paths);
  const permission = permit(caller, scope);
  if (permission.kind === 'lacks_scope') throw scopeRefusal(permission.scope);
  return caller;
}

function isGood(caller: Caller): boolean {
  return !(caller instanceof VirtualKey) || caller.standing(Date.now()) === 'good';
}
