/** A service as processes of this machine, as plain data: it survives JSON, so that the supervisor can be handed it. */
export interface ServiceDefinition {
  readonly name: string;
  readonly dependsOn: readonly Dependency[];
  /** Every port it listens on; checked before it starts, so that a taken one is named with its holder. */
  readonly ports: readonly PublishedPort[];
  /** Where people and programs reach it. */
  readonly url: string;
  /** How a `health` command asks it about itself and what it depends on; the answer is JSON when it is HTTP. */
  readonly health: Probe;
  readonly readiness: ReadinessProbe;
  /** Its settings; what else it inherits (PATH, HOME, …) is the supervisor's and does not make it another service. */
  readonly environment: Readonly<Record<string, string>>;
  /** How it runs. */
  readonly local: LocalForm;
}

export interface Dependency {
  readonly service: string;
  /** `started`: its process runs. `healthy`: its readiness probe passed. */
  readonly condition: 'started' | 'healthy';
}

export interface PublishedPort {
  readonly port: number;
  /** The variable that moves it. */
  readonly movedBy: string;
}

/** A question that a service is asked, without a shell. */
export type Probe =
  | { readonly kind: 'http'; readonly url: string }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'redis'; readonly host: string; readonly port: number; readonly password: string }
  | {
      readonly kind: 'exec';
      readonly command: string;
      readonly args: readonly string[];
      readonly environment?: Readonly<Record<string, string>>;
    };

export interface ReadinessProbe {
  readonly probe: Probe;
  /** How often a starting service is asked; short, because a person is waiting. */
  readonly startIntervalMs: number;
  readonly intervalMs: number;
  readonly timeoutMs: number;
  /** A service that has not become healthy within this time of its start is unhealthy. */
  readonly startTimeoutMs: number;
  /** So many failures in a row make a healthy service unhealthy. */
  readonly failureThreshold: number;
  /** A service that has not answered at all for this long hangs, and is restarted. */
  readonly hangsAfterMs: number;
}

export interface LocalForm {
  readonly command: string;
  readonly args: readonly string[];
  /** Made when it is not there. */
  readonly cwd: string;
  /** Written to its standard input, which is closed then; without it the input stays open as long as we live. */
  readonly stdin?: string;
  /** Tells one state of its program from another; a service whose program has changed is another service. */
  readonly revision?: string;
  /** It ends by itself when its stdin closes, as our servers do; others are ended by the guard. */
  readonly endsWithStdin: boolean;
  /** From the request to stop until its process group is killed; longer than its drain. */
  readonly stopTimeoutMs: number;
  readonly restart: RestartPolicy;
}

export interface RestartPolicy {
  readonly firstDelayMs: number;
  readonly maxDelayMs: number;
  /** So many crashes in a row are a crash loop: the service has failed. */
  readonly maxCrashes: number;
  /** A run of this length ends the row. */
  readonly stableAfterMs: number;
}

export const readinessDefaults = {
  startIntervalMs: 50,
  intervalMs: 2_000,
  timeoutMs: 2_000,
  startTimeoutMs: 30_000,
  failureThreshold: 3,
  hangsAfterMs: 60_000,
} as const satisfies Omit<ReadinessProbe, 'probe'>;

export const restartDefaults = {
  firstDelayMs: 200,
  maxDelayMs: 10_000,
  maxCrashes: 5,
  stableAfterMs: 10_000,
} as const satisfies RestartPolicy;
