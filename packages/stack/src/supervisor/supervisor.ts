import { EventEmitter, once } from 'node:events';
import { isDeepStrictEqual } from 'node:util';
import type { ServiceReport, UpRequest } from '../control/protocol.ts';
import { dependencyOrder, selectServices } from '../dependency-order.ts';
import type { LogLine } from '../logs/log-line.ts';
import { OperatorError } from '../operator-error.ts';
import type { ProcessIdentity } from '../process/process-identity.ts';
import type { Dependency, ServiceDefinition } from '../service-definition.ts';
import { processOf } from '../service-state.ts';
import type { ServiceState } from '../service-state.ts';
import { Guard } from './guard.ts';
import { ServiceRunner } from './service-runner.ts';
import type { RecordedService } from './state-file.ts';
import { refuseTakenPorts } from './taken-ports.ts';

interface SupervisorEvents {
  state: [ServiceReport];
  lines: [readonly LogLine[]];
}

/** Runs the services of one stack: in dependency order, one operation at a time, until `down`. */
export class Supervisor extends EventEmitter<SupervisorEvents> {
  readonly #logFolder: string;
  readonly #guard = new Guard();
  readonly #runners = new Map<string, ServiceRunner>();
  readonly #ending = new AbortController();
  #operation: Promise<unknown> = Promise.resolve();
  #operations = 0;

  constructor({ logFolder }: { logFolder: string }) {
    super();
    this.setMaxListeners(0);
    this.#logFolder = logFolder;
  }

  get services(): ServiceReport[] {
    return [...this.#runners.values()].map((runner) => runner.report);
  }

  /** The services as a successor must know them. */
  get record(): RecordedService[] {
    return this.services.map((report) => {
      const identity = this.#identityOf(report.state);
      return identity ? { ...report, identity } : report;
    });
  }

  get isEnding(): boolean {
    return this.#ending.signal.aborted;
  }

  /** Nothing runs, and nothing is under way that would change it. */
  get isIdle(): boolean {
    return this.#operations === 0 && [...this.#runners.values()].every(({ state }) => isAtRest(state));
  }

  /**
   * Starts the chosen services that do not run, and those again whose definition has changed; resolves when all are
   * healthy.
   *
   * @throws {OperatorError} when a port is taken, a service fails, or the deadline passes.
   */
  up(request: UpRequest): Promise<void> {
    return this.#oneAtATime(() => this.#start(request));
  }

  /** Stops the named services, or all, and starts them with what depends on them unharmed. */
  restart(request: UpRequest): Promise<void> {
    return this.#oneAtATime(async () => {
      selectServices(request.services, request.names);
      const { names } = request;
      await this.#stop((runner) => names.length === 0 || names.includes(runner.definition.name));
      await this.#start(request);
    });
  }

  /** Ends whatever is under way and every service, dependents first. No other operation follows. */
  async down(): Promise<void> {
    this.#ending.abort();
    await this.#operation.catch(() => {});
    await this.#stop(() => true);
    for (const runner of this.#runners.values()) runner.close();
    this.#guard.release();
  }

  async #oneAtATime(action: () => Promise<void>): Promise<void> {
    this.#operations += 1;
    const before = this.#operation;
    const turn = before.catch(() => {}).then(() => (this.isEnding ? refuseEnding() : action()));
    this.#operation = turn;
    try {
      await turn;
    } catch (error) {
      if (this.isEnding) refuseEnding();
      throw error;
    } finally {
      this.#operations -= 1;
    }
  }

  async #start({ services, names, deadlineMs }: UpRequest): Promise<void> {
    const deadline = AbortSignal.any([this.#ending.signal, AbortSignal.timeout(deadlineMs)]);
    const chosen = selectServices(services, names);
    await this.#stop((runner) => chosen.some((definition) => isOlderForm(runner.definition, definition)));
    const idle = chosen.filter(({ name }) => isAtRest(this.#runners.get(name)?.state));
    await refuseTakenPorts(idle);
    const starting = idle.map((definition) => this.#adopt(definition));
    for (const runner of starting) runner.request();
    for (const runner of starting) void this.#launch(runner, deadline);
    await this.#allHealthy(
      chosen.map(({ name }) => this.#runner(name)),
      deadline,
      deadlineMs,
    );
  }

  /** Gives a definition its runner: the one it has, or a new one when it has changed. */
  #adopt(definition: ServiceDefinition): ServiceRunner {
    const present = this.#runners.get(definition.name);
    if (present && isDeepStrictEqual(present.definition, definition)) return present;
    present?.close();
    const runner = new ServiceRunner(definition, { guard: this.#guard, logFolder: this.#logFolder });
    runner.on('state', () => this.emit('state', runner.report));
    runner.on('lines', (lines) => this.emit('lines', lines));
    this.#runners.set(definition.name, runner);
    return runner;
  }

  async #launch(runner: ServiceRunner, deadline: AbortSignal): Promise<void> {
    try {
      for (const dependency of runner.definition.dependsOn) {
        const state = await this.#runner(dependency.service).reaches(
          (state) => isSatisfied(dependency, state) || isAtRest(state),
          deadline,
        );
        if (isAtRest(state)) return runner.refuse(`${dependency.service}, on which it depends, is ${state.status}`);
      }
      runner.launch();
    } catch {
      runner.refuse('the time to start was over before what it depends on was ready');
    }
  }

  async #allHealthy(runners: readonly ServiceRunner[], deadline: AbortSignal, deadlineMs: number): Promise<void> {
    while (!runners.every(({ state }) => state.status === 'healthy')) {
      const failed = runners.find(({ state }) => state.status === 'failed');
      if (failed) throw failure(failed, 'failed');
      try {
        await once(this, 'state', { signal: deadline });
      } catch {
        const late = runners.find(({ state }) => state.status !== 'healthy');
        if (late) throw failure(late, `is not healthy after ${deadlineMs / 1000} s`);
      }
    }
  }

  async #stop(isMeant: (runner: ServiceRunner) => boolean): Promise<void> {
    const definitions = [...this.#runners.values()].map(({ definition }) => definition);
    for (const { name } of dependencyOrder(definitions).toReversed()) {
      const runner = this.#runner(name);
      if (isMeant(runner)) await runner.stop();
    }
  }

  #runner(name: string): ServiceRunner {
    const runner = this.#runners.get(name);
    if (!runner) throw new Error(`No runner was made for ${name}`);
    return runner;
  }

  #identityOf(state: ServiceState): ProcessIdentity | undefined {
    const process = processOf(state);
    return process && this.#guard.identityOf(process.pid);
  }
}

function isAtRest(state: ServiceState | undefined): boolean {
  return state === undefined || state.status === 'stopped' || state.status === 'failed';
}

function isSatisfied({ condition }: Dependency, state: ServiceState): boolean {
  return state.status === 'healthy' || (condition === 'started' && processOf(state) !== undefined);
}

function isOlderForm(running: ServiceDefinition, wanted: ServiceDefinition): boolean {
  return running.name === wanted.name && !isDeepStrictEqual(running, wanted);
}

function failure(runner: ServiceRunner, how: string): OperatorError {
  const { state, testimony, definition } = runner;
  const reason = 'reason' in state && state.reason !== '' ? state.reason : testimony.probe;
  return new OperatorError({
    what: `${definition.name} ${how}${reason === '' ? '' : `: ${reason}`}`,
    where: definition.name,
    mend: `its last lines say why; all of them: showrunner logs ${definition.name}`,
    lines: testimony.lines,
  });
}

function refuseEnding(): never {
  throw new OperatorError({
    what: 'The stack is being stopped',
    mend: 'start it when that is done: showrunner up',
  });
}
