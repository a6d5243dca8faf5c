import { CannotStartError, isLoopback } from '@showrunner/service';
import type { Logger, Secret } from '@showrunner/service';
import { keyAuthenticator, openAuthenticator } from './authenticator.ts';
import type { Authenticator } from './authenticator.ts';

/** With a key, whoever holds it; without one, everybody on this machine, and nobody can listen further than that. */
export function chooseAuthenticator(key: Secret | undefined, host: string, logger: Logger): Authenticator {
  if (key) return keyAuthenticator(key);
  if (!isLoopback(host)) {
    throw new CannotStartError(
      `Without MPC_API_KEY the content API does not listen on ${host}, where others can reach it. Set MPC_API_KEY, or listen on 127.0.0.1.`,
    );
  }
  logger.warn('MPC_API_KEY is not set: everybody on this machine is let in, nobody from elsewhere');
  return openAuthenticator();
}
