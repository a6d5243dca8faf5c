import { EventEmitter } from 'node:events';
import { isDeepStrictEqual } from 'node:util';
import type { ServiceReport, UpRequest } from '../control/protocol.ts';
import { dependencyOrder, selectServices } from '../dependency-order.ts';
import type { LogLine } from '../logs/log-line.ts';
import type { ProcessIdentity } from '../process/process-identity.ts';
import type { ServiceDefinition } from '../service-definition.ts';
import { isAtRest, processOf, type ServiceState } from '../service-state.ts';
import { allHealthy, launchWhenReady } from './bring-up.ts';
import { Guard } from './guard.ts';
import { OperationQueue } from './operation-queue.ts';
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
  readonly #operations = new OperationQueue(this.#ending.signal);

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
    return this.#operations.isEmpty && [...this.#runners.values()].every(({ state }) => isAtRest(state));
  }

  /**
   * Starts the chosen services that do not run, and those again whose definition has changed; resolves when all are
   * healthy.
   *
   * @throws {OperatorError} when a port is taken, a service fails, or the deadline passes.
   */
  up(request: UpRequest): Promise<void> {
    return this.#operations.run(() => this.#start(request));
  }

  /** Stops the named services, or all, and starts them with what depends on them unharmed. */
  restart(request: UpRequest): Promise<void> {
    return this.#operations.run(async () => {
      selectServices(request.services, request.names);
      const { names } = request;
      await this.#stop((runner) => names.length === 0 || names.includes(runner.definition.name));
      await this.#start(request);
    });
  }

  /** Ends whatever is under way and every service, dependents first. No other operation follows. */
  async down(): Promise<void> {
    this.#ending.abort();
    await this.#operations.idle();
    await this.#stop(() => true);
    for (const runner of this.#runners.values()) runner.close();
    this.#guard.release();
  }

  async #start({ services, names, deadlineMs }: UpRequest): Promise<void> {
    const deadline = AbortSignal.any([this.#ending.signal, AbortSignal.timeout(deadlineMs)]);
    const chosen = selectServices(services, names);
    await this.#stop((runner) => chosen.some((definition) => isOlderForm(runner.definition, definition)));
    const idle = chosen.filter(({ name }) => isAtRest(this.#runners.get(name)?.state));
    await refuseTakenPorts(idle);
    const starting = idle.map((definition) => this.#adopt(definition));
    for (const runner of starting) runner.request();
    for (const runner of starting) void launchWhenReady(runner, (name) => this.#runner(name), deadline);
    await allHealthy(
      chosen.map(({ name }) => this.#runner(name)),
      { deadline, deadlineMs, changes: this },
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

function isOlderForm(running: ServiceDefinition, wanted: ServiceDefinition): boolean {
  return running.name === wanted.name && !isDeepStrictEqual(running, wanted);
}
