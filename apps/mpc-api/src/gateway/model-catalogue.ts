import type { GatewayClient } from './gateway-client.ts';
import type { ModelInfo } from './read-models.ts';

/** How long the gateway's model list is taken as it is; after that it is renewed behind the requests that use it. */
const FRESH_FOR_MS = 30_000;
const FETCH_TIMEOUT_MS = 10_000;

export interface ModelCatalogue {
  /** The gateway's models; only the first request waits for them. */
  list(signal: AbortSignal): Promise<readonly ModelInfo[]>;
}

export function createModelCatalogue(gateway: GatewayClient): ModelCatalogue {
  let known: { models: readonly ModelInfo[]; at: number } | undefined;
  let fetching: Promise<readonly ModelInfo[]> | undefined;

  function fetchModels(): Promise<readonly ModelInfo[]> {
    fetching ??= gateway
      .models({ signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) })
      .then((models) => {
        known = { models, at: performance.now() };
        return models;
      })
      .finally(() => {
        fetching = undefined;
      });
    return fetching;
  }

  return {
    async list(signal) {
      if (!known) return untilAborted(fetchModels(), signal);
      // A gateway that cannot say now what it could say before still serves the models it had.
      if (performance.now() - known.at > FRESH_FOR_MS) fetchModels().catch(() => undefined);
      return known.models;
    },
  };
}

function untilAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
