import type { GatewayConfig } from '../config/gateway-config.ts';
import { configuredPassage } from './configured-passage.ts';
import type { Passage } from './passage.ts';
import { vendorPassage } from './vendor-passage.ts';
import { vendorPaths } from './vendor-paths.ts';

/** What leads through the gateway, as of one configuration: what the file names comes before what LiteLLM always has. */
export class Passages {
  readonly #passages: readonly Passage[];

  constructor(config: GatewayConfig) {
    const { endpoints, timeoutSeconds } = config.passThrough;
    this.#passages = [
      ...endpoints.map((endpoint) => configuredPassage(endpoint, timeoutSeconds)),
      ...vendorPaths.map((path) => vendorPassage(path, config)),
    ];
  }

  /** The passages of a path, as it was sent, without its query: one at it exactly before those above it, the nearest first. */
  at(path: string): readonly Passage[] {
    const exact = this.#passages.filter((passage) => passage.path === path);
    const above = this.#passages.filter(
      (passage) => passage.takesSubpath && path.length > passage.path.length && path.startsWith(below(passage.path)),
    );
    return [...exact, ...above.sort((one, other) => other.path.length - one.path.length)];
  }
}

function below(path: string): string {
  return path === '/' ? path : `${path}/`;
}
