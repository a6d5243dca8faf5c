import { openness } from '@showrunner/access';
import { CannotStartError, type Logger, type Secret } from '@showrunner/service';

/** Says in the log when the server is open; throws where others could reach it then. */
export function checkOpenness(key: Secret | undefined, host: string, logger: Logger): void {
  switch (openness(key !== undefined, host)) {
    case 'keyed':
      return;
    case 'open':
      logger.warn('MPC_API_KEY is not set: everybody on this machine is let in, nobody from elsewhere');
      return;
    case 'exposed':
      throw new CannotStartError(
        `Without MPC_API_KEY the content API does not listen on ${host}, where others can reach it. Set MPC_API_KEY, or listen on 127.0.0.1.`,
      );
  }
}
