import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { isLocalhost, type AddressGuard } from './address-guard.ts';

/** A name that leads where webhooks may not go. The message does not say where, which would tell of the network behind. */
export class AddressRefusedError extends Error {
  override readonly name = 'AddressRefusedError';
}

/** All addresses of a name, in the order in which they are to be tried. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

/** Names as this machine resolves them, its hosts file included: what Compose and Kubernetes name is found as well. */
const systemResolve: Resolve = (hostname) => lookup(hostname, { all: true });

/**
 * Resolves names for connecting. Who connects gets the very addresses that were judged, so that a name cannot lead
 * elsewhere between the two (DNS rebinding), and none of them where one is refused.
 */
export function guardedLookup(guard: AddressGuard, resolve: Resolve = systemResolve): LookupFunction {
  return (hostname, { all }, callback) => {
    void answerLookup(permittedAddresses(hostname, guard, resolve), all === true, callback);
  };
}

async function answerLookup(
  finding: Promise<readonly LookupAddress[]>,
  wantsAll: boolean,
  callback: Parameters<LookupFunction>[2],
): Promise<void> {
  try {
    const addresses = await finding;
    const [first] = addresses;
    if (first === undefined) callback(new Error('the name has no address'), []);
    else if (wantsAll) callback(null, [...addresses]);
    else callback(null, first.address, first.family);
  } catch (error) {
    callback(error as Error, []);
  }
}

async function permittedAddresses(
  hostname: string,
  guard: AddressGuard,
  resolve: Resolve,
): Promise<readonly LookupAddress[]> {
  if (isLocalhost(hostname)) return guard.openLoopback.map((address) => ({ address, family: familyOf(address) }));
  const addresses = await resolve(hostname);
  if (addresses.every(({ address }) => guard.permits(address))) return addresses;
  throw new AddressRefusedError(
    'The name leads to an address that is not public, which only WEBHOOK_ALLOWED_NETWORKS opens.',
  );
}

function familyOf(address: string): 4 | 6 {
  return address.includes(':') ? 6 : 4;
}
