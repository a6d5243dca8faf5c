import type { GatewayClient } from './gateway-client.ts';
import type { ModelInfo } from './read-models.ts';

/** How long the gateway's model list is taken as it is; after that it is renewed behind the requests that use it. */
const FRESH_FOR_MS = 30_000;
const FETCH_TIMEOUT_MS = 10_000;

export class ModelCatalogue {
  readonly #gateway: GatewayClient;
  #known: { readonly models: readonly ModelInfo[]; readonly at: number } | undefined;
  #fetching: Promise<readonly ModelInfo[]> | undefined;

  constructor(gateway: GatewayClient) {
    this.#gateway = gateway;
  }

  /** The gateway's models; only the first request waits for them. */
  async list(signal: AbortSignal): Promise<readonly ModelInfo[]> {
    if (!this.#known) return untilAborted(this.#fetch(), signal);
    // A gateway that cannot say now what it could say before still serves the models it had.
    if (performance.now() - this.#known.at > FRESH_FOR_MS) this.#fetch().catch(() => undefined);
    return this.#known.models;
  }

  #fetch(): Promise<readonly ModelInfo[]> {
    this.#fetching ??= this.#gateway
      .models({ signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) })
      .then((models) => {
        this.#known = { models, at: performance.now() };
        return models;
      })
      .finally(() => {
        this.#fetching = undefined;
      });
    return this.#fetching;
  }
}

function untilAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
