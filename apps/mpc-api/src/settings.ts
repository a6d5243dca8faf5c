import { Secret } from '@showrunner/service';
import type { mpcApiEnvironment } from './environment.ts';

/** What was read from the environment. */
export type Settings = ReturnType<typeof mpcApiEnvironment.read>;

/** The values that no log may show. */
export function secretsOf(settings: Settings): Secret[] {
  return Object.values(settings).filter((value) => value instanceof Secret);
}
