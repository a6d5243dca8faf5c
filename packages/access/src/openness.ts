import { isLoopback } from './loopback.ts';

/** `keyed`: a key is asked for. `open`: everybody on this machine is let in. `exposed`: others would be, and it must not start. */
export type Openness = 'keyed' | 'open' | 'exposed';

/** How open a server is that listens on `host`: without a configured key nobody from elsewhere may reach it. */
export function openness(hasKey: boolean, host: string): Openness {
  if (hasKey) return 'keyed';
  return isLoopback(host) ? 'open' : 'exposed';
}
