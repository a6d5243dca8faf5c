import { KEY, startApi } from '../../apps/mpc-api/src/testing/start-api.ts';
import { shownModel } from '../../apps/mpc-api/scripts/examples/open-shown-servers.ts';
import type { TriedServer } from './tried-server.ts';

/** The content API before the gateway and a model that answers well; bodies that pass its limit come by chance. */
export function openContentApi(): Promise<TriedServer> {
  return opened(KEY);
}

/** The same without a key, as it stands on loopback. */
export function openKeylessContentApi(): Promise<TriedServer> {
  return opened(undefined);
}

async function opened(key: string | undefined): Promise<TriedServer> {
  const api = await startApi(shownModel, { env: { MPC_BODY_LIMIT: '100000', MPC_API_KEY: key ?? '' } });
  return {
    url: api.url,
    key,
    excluded: '^/jobs/events$',
    [Symbol.asyncDispose]: () => api[Symbol.asyncDispose](),
  };
}
