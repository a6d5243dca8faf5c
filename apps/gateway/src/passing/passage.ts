import type { HttpProviderAdapter } from '@showrunner/providers';
import type { PassedMethod } from '../config/sections/pass-through-endpoints.ts';
import type { Deployment } from '../exchange/deployment/deployment.ts';
import type { VendorKeys } from '../exchange/asked/vendor-keys.ts';

/** A way through the gateway: requests at a path, or below it, go on as they came. */
export interface Passage {
  /** Without a slash at its end: `/anthropic`. It is what records call the request. */
  readonly path: string;
  /** Whether what stands behind the path goes on. */
  readonly takesSubpath: boolean;
  readonly methods: readonly PassedMethod[];
  /** False where anybody may use it. */
  readonly asksForKey: boolean;
  /** Until the head of the answer, in seconds. */
  readonly timeoutSeconds: number;
  /** US dollars for each request; nothing where it is what the vendor counted. */
  readonly costPerRequest: number | undefined;
  /**
   * Whose answer it is, and to whom the request is sent: throws a `GatewayError` where that cannot be said.
   *
   * @param keys the caller's own for vendors; nothing where it has none, or may not use them
   */
  readonly destination: (rest: string, keys: VendorKeys | undefined) => Destination;
  /** Which of the caller's headers go on. */
  readonly sends: HeaderChoice;
}

/** All that are not the gateway's business, or those alone that no vendor takes amiss. */
export type HeaderChoice = 'all' | 'known';

/** To whom one request goes. */
export interface Destination {
  readonly vendor: HttpProviderAdapter;
  /** What attempts, budgets and records go by. */
  readonly deployment: Deployment;
  /** Absolute. */
  readonly url: string;
  /** Over those of the caller; they prove who calls. */
  readonly headers: Readonly<Record<string, string>>;
  /** Members of the query where the caller and the url have none of the name. */
  readonly defaultQuery: Readonly<Record<string, string>>;
}
