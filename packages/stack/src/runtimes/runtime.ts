import type { ServiceReport } from '../control/protocol.ts';
import type { LogLine } from '../logs/log-line.ts';
import type { LogQuery } from '../logs/read-logs.ts';

/** What runs the services. Every runtime gives the same commands the same meaning. */
export interface Runtime {
  readonly kind: RuntimeKind;
  /** The services that it runs, in the order in which they start. */
  readonly serviceNames: readonly string[];
  /**
   * Starts the named services and what they depend on; resolves when they are healthy. What runs as it should is left
   * alone; what would run otherwise by now (settings, code) is started again.
   */
  up(request: StartRequest): Promise<readonly ServiceReport[]>;
  /** Stops every service, dependents first. Data stays. Nothing to stop is success. */
  down(options?: WatchOptions): Promise<void>;
  restart(request: StartRequest): Promise<readonly ServiceReport[]>;
  /** Makes what the services run from anew (installation, images), then starts the named ones with it. */
  rebuild(request: RebuildRequest): Promise<readonly ServiceReport[]>;
  ps(): Promise<StackReport>;
  /** Asks every service how it and what it depends on are. */
  health(signal?: AbortSignal): Promise<readonly ServiceHealth[]>;
  /** One merged stream; with `follow` it goes on until `signal` ends it. */
  logs(query: LogQuery & { readonly follow: boolean }, signal?: AbortSignal): AsyncIterable<LogLine>;
  /** What nothing uses any more, of this stack alone; never data. */
  findUnused(signal?: AbortSignal): Promise<readonly Removable[]>;
  /** The stack's data. It may be removed after `down`. */
  findData(signal?: AbortSignal): Promise<readonly Removable[]>;
  /** Removes exactly these; what is gone already is success. */
  remove(items: readonly Removable[], signal?: AbortSignal): Promise<void>;
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
  /** What is being made ready before the services start, in a few words each time. */
  readonly onProgress?: (step: string) => void;
}

export interface RebuildRequest extends StartRequest {
  /** `false`: nothing that an earlier build left is used. */
  readonly useCache: boolean;
}

/** A thing on this machine that a person is asked about before it goes. */
export interface Removable {
  /** What sort of thing, for people: `old log`, `image`, `volume`. */
  readonly kind: string;
  /** By which its runtime finds it again: a path, an engine's id. */
  readonly id: string;
  /** As people know it. */
  readonly name: string;
  /** On the disk; absent where nobody says. */
  readonly bytes?: number;
}

export interface StackReport {
  readonly runtime: RuntimeKind;
  /**
   * `running`: it lives; where it is not reached, the services are as it recorded them. `died`: it was killed and could
   * not clean up; `up` heals, `down` cleans up. `engine`: there is none, Docker's engine keeps the containers.
   */
  readonly supervisor:
    | { readonly status: 'running'; readonly pid: number }
    | { readonly status: 'stopped' | 'died' | 'engine' };
  readonly services: readonly (ServiceReport & { readonly memoryBytes?: number })[];
  readonly sharedState: SharedState;
}

/** Where caches and counters are kept. */
export type SharedState =
  | { readonly kind: 'redis'; readonly at: string }
  /** Each process counts and caches for itself; `reason` says why. */
  | { readonly kind: 'memory'; readonly reason: string };

export interface ServiceHealth {
  readonly name: string;
  readonly ok: boolean;
  /** What the service answered; JSON where it speaks JSON. */
  readonly detail: unknown;
  readonly tookMs: number;
}
