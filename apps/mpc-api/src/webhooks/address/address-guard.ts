import ipaddr from 'ipaddr.js';
import type { Network } from '../../environment/webhook-variables.ts';
import { carriedAddress, rangeOf, type IpAddress } from './ip-range.ts';

/** What a webhook address is found to be before anybody is asked. `reason` and `allowed` are worded as those of an issue. */
export type AddressVerdict =
  | { readonly kind: 'accepted'; readonly url: URL }
  | { readonly kind: 'refused'; readonly reason: string; readonly allowed: string };

const ALLOWED =
  'an http or https address on a public network; operators open others by WEBHOOK_ALLOWED_NETWORKS, and what n8n gives as its own address follows its WEBHOOK_URL';

/**
 * Keeps webhooks away from what only this server reaches: loopback, private networks, metadata services. What an
 * address says itself is judged by `read`, in every spelling, for it is read as whoever connects reads it (WHATWG URL);
 * what a name leads to is judged by `permits` when it is connected to.
 */
export class AddressGuard {
  readonly #allowed: readonly Network[];

  constructor(allowed: readonly Network[]) {
    this.#allowed = allowed;
  }

  /** Reads an address; a name is accepted whatever it leads to. */
  read(text: string): AddressVerdict {
    const url = URL.parse(text);
    if (url === null) return refused('is not an address');
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return refused(`begins with ${url.protocol}`);
    if (url.username !== '' || url.password !== '') return refused('holds a user name or a password');
    const fault = this.#faultOfHost(bareHost(url));
    return fault === undefined ? { kind: 'accepted', url } : refused(`leads to ${fault}`);
  }

  /** Whether an IP address may be connected to. */
  permits(address: string): boolean {
    const parsed = ipaddr.parse(address);
    return rangeOf(parsed) === 'public' || this.#isAllowed(parsed);
  }

  /** The loopback addresses that are open, which are those of `localhost` (RFC 6761, 6.3). */
  get openLoopback(): readonly string[] {
    return LOOPBACK.filter((address) => this.permits(address));
  }

  /** Where a host leads that may not be called, as far as the host itself says it. */
  #faultOfHost(host: string): string | undefined {
    if (isLocalhost(host)) return this.openLoopback.length > 0 ? undefined : 'this machine itself';
    if (!ipaddr.isValid(host) || this.permits(host)) return undefined;
    return `${rangeOf(ipaddr.parse(host))} (${host})`;
  }

  #isAllowed(address: IpAddress): boolean {
    const carried = carriedAddress(address);
    return this.#allowed.some(({ base, bits }) => isWithin(carried, base, bits));
  }
}

const LOOPBACK = ['127.0.0.1', '::1'];

/** A host as a resolver takes it: without the brackets of IPv6 and the dot of the root. */
function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

/** `localhost` and all below it. */
export function isLocalhost(host: string): boolean {
  return /(^|\.)localhost\.?$/i.test(host);
}

function isWithin(address: IpAddress, base: IpAddress, bits: number): boolean {
  if (address instanceof ipaddr.IPv4) return base instanceof ipaddr.IPv4 && address.match(base, bits);
  return base instanceof ipaddr.IPv6 && address.match(base, bits);
}

function refused(reason: string): AddressVerdict {
  return { kind: 'refused', reason, allowed: ALLOWED };
}
