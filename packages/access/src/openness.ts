import { BlockList, isIP } from 'node:net';

/** `keyed`: a key is asked for. `open`: everybody on this machine is let in. `exposed`: others would be, and it must not start. */
export type Openness = 'keyed' | 'open' | 'exposed';

/** How open a server is that listens on `host`: without a configured key nobody from elsewhere may reach it. */
export function openness(hasKey: boolean, host: string): Openness {
  if (hasKey) return 'keyed';
  return isLoopback(host) ? 'open' : 'exposed';
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

function isLoopback(host: string): boolean {
  const address = host.replace(/^\[|\]$/g, '');
  if (address.toLowerCase() === 'localhost') return true;
  const family = isIP(address);
  return family !== 0 && loopback.check(address, family === 4 ? 'ipv4' : 'ipv6');
}
