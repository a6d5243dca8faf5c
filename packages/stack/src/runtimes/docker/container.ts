import { isListOf, isRecord, isText } from '../../unread-value.ts';
import { labels } from './docker-argv.ts';
import { readDockerJson } from './read-docker-json.ts';

/** A container of the stack, as far as we look at it. */
export interface Container {
  readonly id: string;
  readonly name: string;
  readonly service: string;
  /** The checkout that made it. */
  readonly folder: string;
  readonly status: 'created' | 'running' | 'paused' | 'restarting' | 'removing' | 'exited' | 'dead';
  /** Of its first process, in the engine's view. */
  readonly pid: number;
  /** Milliseconds since 1970; 0 when it never ran. */
  readonly startedAt: number;
  readonly exitCode: number;
  readonly killedForMemory: boolean;
  readonly restarts: number;
  readonly health: ContainerHealth | undefined;
  /** Ports of this machine that lead to it. */
  readonly publishedPorts: readonly number[];
}

export interface ContainerHealth {
  readonly status: 'starting' | 'healthy' | 'unhealthy';
  /** What the check printed the last time. */
  readonly lastOutput: string;
  /** How it is asked, for `docker exec`. */
  readonly command: readonly string[];
}

/** What `docker inspect` prints, as far as it is read; the Engine API's `ContainerInspectResponse`. */
interface Inspected {
  readonly Id: string;
  readonly Name: string;
  readonly RestartCount: number;
  readonly Config: {
    readonly Labels: Readonly<Record<string, string>> | null;
    readonly Healthcheck?: { readonly Test?: readonly string[] };
  };
  readonly State: {
    readonly Status: Container['status'];
    readonly Pid: number;
    readonly ExitCode: number;
    readonly OOMKilled: boolean;
    readonly StartedAt: string;
    readonly Health?: {
      readonly Status: ContainerHealth['status'];
      readonly Log: readonly { readonly Output: string }[] | null;
    };
  };
  readonly HostConfig: {
    readonly PortBindings: Readonly<Record<string, readonly { readonly HostPort: string }[] | null>> | null;
  };
}

/**
 * Reads what `docker inspect` prints of several containers.
 *
 * @throws {OperatorError} where it is something else
 */
export function readContainers(json: string): Container[] {
  return readDockerJson(json, 'inspect the containers', isListOfInspected).map(
    ({ Id, Name, RestartCount, Config, State, HostConfig }) => ({
      id: Id,
      name: Name.replace(/^\//, ''),
      service: Config.Labels?.[labels.service] ?? Name,
      folder: Config.Labels?.[labels.folder] ?? '',
      status: State.Status,
      pid: State.Pid,
      startedAt: Math.max(0, Date.parse(State.StartedAt)),
      exitCode: State.ExitCode,
      killedForMemory: State.OOMKilled,
      restarts: RestartCount,
      health: State.Health && {
        status: State.Health.Status,
        lastOutput: State.Health.Log?.at(-1)?.Output.trim() ?? '',
        command: healthCommand(Config.Healthcheck?.Test ?? []),
      },
      publishedPorts: Object.values(HostConfig.PortBindings ?? {})
        .flatMap((bindings) => bindings ?? [])
        .map(({ HostPort }) => Number(HostPort)),
    }),
  );
}

function isListOfInspected(value: unknown): value is Inspected[] {
  return isListOf(value, isInspected);
}

/** As far as it is taken apart without asking. */
function isInspected(value: unknown): value is Inspected {
  return (
    isRecord(value) &&
    isText(value.Id) &&
    isText(value.Name) &&
    isRecord(value.Config) &&
    isRecord(value.State) &&
    isText(value.State.Status) &&
    isRecord(value.HostConfig)
  );
}

/** `["CMD", program, …]` as it is; `["CMD-SHELL", text]` by a shell, as the engine does it. */
function healthCommand([form, ...rest]: readonly string[]): string[] {
  return form === 'CMD-SHELL' ? ['/bin/sh', '-c', ...rest] : rest;
}
