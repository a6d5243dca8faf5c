import { Showrunner } from '@showrunner/client';
import type { Stack } from '../stack/load-stack.ts';

/** A client of this stack's content API. */
export function connect({ settings, keys }: Pick<Stack, 'settings' | 'keys'>): Showrunner {
  const apiKey = keys.MPC_API_KEY?.reveal();
  return new Showrunner({
    baseUrl: `http://127.0.0.1:${settings.mpcApiPort}`,
    ...(apiKey === undefined ? {} : { apiKey }),
  });
}
