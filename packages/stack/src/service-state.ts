/** What is known of a service in each of its states; only what is true in that state. */
export type ServiceState = { readonly restarts: number } & (
  | { readonly status: 'pending' | 'starting' | 'stopped' }
  | { readonly status: 'running' | 'healthy' | 'stopping'; readonly process: ServiceProcess }
  | { readonly status: 'unhealthy'; readonly process: ServiceProcess; readonly reason: string }
  | { readonly status: 'restarting'; readonly reason: string }
  | { readonly status: 'failed'; readonly reason: string; readonly lastLines: readonly string[] }
);

export type ServiceStatus = ServiceState['status'];

export interface ServiceProcess {
  readonly pid: number;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
}

export type ServiceEvent =
  | { readonly type: 'start-requested' }
  | { readonly type: 'dependencies-ready' }
  | { readonly type: 'dependency-failed'; readonly reason: string }
  | { readonly type: 'spawned'; readonly process: ServiceProcess }
  | { readonly type: 'spawn-failed'; readonly reason: string }
  | { readonly type: 'probe-passed' }
  | { readonly type: 'probe-failed'; readonly reason: string }
  /** It ended unasked and gets another try. */
  | { readonly type: 'crashed'; readonly reason: string }
  /** It ended unasked once too often. */
  | { readonly type: 'gave-up'; readonly reason: string; readonly lastLines: readonly string[] }
  | { readonly type: 'backoff-elapsed' }
  | { readonly type: 'stop-requested' }
  /** It ended as it was asked to. */
  | { readonly type: 'exited' };

export function processOf(state: ServiceState): ServiceProcess | undefined {
  return 'process' in state ? state.process : undefined;
}

/** Nothing of it runs, and nothing will until it is asked for. */
export function isAtRest(state: ServiceState | undefined): boolean {
  return state === undefined || state.status === 'stopped' || state.status === 'failed';
}
