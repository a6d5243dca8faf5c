import type { ServiceReport } from '../control/protocol.ts';
import type { LogLine } from '../logs/log-line.ts';
import type { LogQuery } from '../logs/read-logs.ts';

/** What runs the services. Every runtime gives the same commands the same meaning. */
export interface Runtime {
  readonly kind: RuntimeKind;
  /** Starts the named services and what they depend on; resolves when they are healthy. Already up is success. */
  up(request: StartRequest): Promise<readonly ServiceReport[]>;
  /** Stops every service, dependents first. Data stays. Nothing to stop is success. */
  down(options?: WatchOptions): Promise<void>;
  restart(request: StartRequest): Promise<readonly ServiceReport[]>;
  ps(): Promise<StackReport>;
  /** Asks every service how it and what it depends on are. */
  health(signal?: AbortSignal): Promise<readonly ServiceHealth[]>;
  /** One merged stream; with `follow` it goes on until `signal` ends it. */
  logs(query: LogQuery & { readonly follow: boolean }, signal?: AbortSignal): AsyncIterable<LogLine>;
}

export type RuntimeKind = 'local' | 'docker';

export interface WatchOptions {
  readonly onState?: (service: ServiceReport) => void;
  /** Ends the wait, not what was begun. */
  readonly signal?: AbortSignal;
}

export interface StartRequest extends WatchOptions {
  /** All services when empty. */
  readonly names: readonly string[];
  readonly deadlineMs: number;
}

export interface StackReport {
  readonly runtime: RuntimeKind;
  /**
   * `died`: it was killed and could not clean up; `up` heals, `down` cleans up. `engine`: there is none, Docker's engine
   * keeps the containers.
   */
  readonly supervisor:
    | { readonly status: 'running'; readonly pid: number }
    | { readonly status: 'stopped' | 'died' | 'engine' };
  readonly services: readonly (ServiceReport & { readonly memoryBytes?: number })[];
}

export interface ServiceHealth {
  readonly name: string;
  readonly ok: boolean;
  /** What the service answered; JSON where it speaks JSON. */
  readonly detail: unknown;
  readonly tookMs: number;
}
