import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServiceReport } from '../control/protocol.ts';
import type { LogLine } from '../logs/log-line.ts';
import { describeProbe } from '../probe.ts';
import { killGroup } from '../process/process-group.ts';
import { countCrash, restartDelay } from '../restart-delay.ts';
import type { ServiceDefinition } from '../service-definition.ts';
import { processOf, type ServiceEvent, type ServiceState } from '../service-state.ts';
import { applyEvent } from '../service-transition.ts';
import type { Guard } from './guard.ts';
import { launchProcess, type LaunchedProcess } from './launch-process.ts';
import { ServiceOutput } from './service-output.ts';
import { watchHealth } from './watch-health.ts';

interface RunnerEvents {
  state: [];
  lines: [readonly LogLine[]];
}

/** Runs one service: what happens to its process becomes events, and what its state calls for is done here. */
export class ServiceRunner extends EventEmitter<RunnerEvents> {
  readonly definition: ServiceDefinition;
  readonly #guard: Guard;
  readonly #output: ServiceOutput;
  #state: ServiceState = { status: 'stopped', restarts: 0 };
  #lastProbe = '';
  #crashesInARow = 0;
  /** Ends what goes on beside the process: its probes, a pending restart. */
  #attending = new AbortController();

  constructor(definition: ServiceDefinition, { guard, logFolder }: { guard: Guard; logFolder: string }) {
    super();
    this.definition = definition;
    this.#guard = guard;
    const onLines = (lines: readonly LogLine[]): unknown => this.emit('lines', lines);
    this.#output = new ServiceOutput({ service: definition.name, logFolder, onLines });
  }

  get state(): ServiceState {
    return this.#state;
  }

  get report(): ServiceReport {
    const { name, url, ports } = this.definition;
    return { name, state: this.#state, url, ports };
  }

  /** What it said last, and what its probe was told: why it is not healthy. */
  get testimony(): { lines: readonly string[]; probe: string } {
    return { lines: this.#output.lastLines, probe: this.#lastProbe };
  }

  /** Announces a start; `launch` follows when what it depends on is ready. */
  request(): void {
    this.#crashesInARow = 0;
    this.#apply({ type: 'start-requested' });
  }

  launch(): void {
    if (this.#apply({ type: 'dependencies-ready' })) this.#spawn();
  }

  refuse(reason: string): void {
    this.#apply({ type: 'dependency-failed', reason });
  }

  /** Ends the process within its stop time-out, and resolves when nothing of it is left. */
  async stop(): Promise<void> {
    this.#apply({ type: 'stop-requested' });
    if (this.#state.status !== 'stopping') return;
    await this.reaches((state) => state.status !== 'stopping');
  }

  /** Resolves with the first state, from now on, that satisfies `condition`. */
  async reaches(condition: (state: ServiceState) => boolean, signal?: AbortSignal): Promise<ServiceState> {
    while (!condition(this.#state)) await once(this, 'state', signal ? { signal } : {});
    return this.#state;
  }

  close(): void {
    this.#attending.abort();
    this.#output.close();
  }

  #apply(event: ServiceEvent): boolean {
    const next = applyEvent(this.#state, event);
    if (!next) return false;
    const changed = next.status !== this.#state.status;
    this.#state = next;
    if (changed) this.#output.note('reason' in next ? `${next.status}: ${next.reason}` : next.status);
    this.#attend(event);
    this.emit('state');
    return true;
  }

  /** What a state calls for, beside waiting for the next event. */
  #attend(event: ServiceEvent): void {
    if (event.type === 'spawned') {
      void this.#watchHealth(this.#renewAttention());
    } else if (event.type === 'crashed') {
      void this.#restartLater(this.#renewAttention());
    } else if (event.type === 'stop-requested' || event.type === 'gave-up') {
      this.#attending.abort();
    }
  }

  #renewAttention(): AbortSignal {
    this.#attending.abort();
    this.#attending = new AbortController();
    return this.#attending.signal;
  }

  #spawn(): void {
    this.#output.begin();
    this.#lastProbe = '';
    const launched = launchProcess(this.definition, this.#output, (reason) => {
      this.#apply({ type: 'spawn-failed', reason });
    });
    if (!launched) return;
    const { pid, startedAt } = launched;
    void this.#guard.watch(pid, this.definition.local);
    this.#apply({ type: 'spawned', process: { pid, startedAt } });
    void this.#tellEnd(launched);
    void this.#endWhenAsked(launched);
  }

  async #tellEnd({ pid, ended }: LaunchedProcess): Promise<void> {
    const { how, refusesSettings, ranMs } = await ended;
    this.#guard.forget(pid);
    if (this.#apply({ type: 'exited' })) return;
    if (refusesSettings) {
      this.#apply({ type: 'gave-up', reason: 'its settings are refused', lastLines: this.#output.lastLines });
      return;
    }
    const { restart } = this.definition.local;
    this.#crashesInARow = countCrash(restart, this.#crashesInARow, ranMs);
    if (restartDelay(restart, this.#crashesInARow) === undefined) {
      const reason = `${how}, ${this.#crashesInARow} times in a row`;
      this.#apply({ type: 'gave-up', reason, lastLines: this.#output.lastLines });
    } else {
      this.#apply({ type: 'crashed', reason: how });
    }
  }

  async #restartLater(signal: AbortSignal): Promise<void> {
    const delay = restartDelay(this.definition.local.restart, this.#crashesInARow) ?? 0;
    await sleep(delay, undefined, { signal }).catch(() => {});
    if (!signal.aborted && this.#apply({ type: 'backoff-elapsed' })) this.#spawn();
  }

  /** Asks it to end as soon as its state says so, and kills its group when it takes too long. */
  async #endWhenAsked({ pid, ended, askToEnd }: LaunchedProcess): Promise<void> {
    const asked = this.reaches((state) => processOf(state)?.pid !== pid || state.status === 'stopping');
    await Promise.race([asked, ended]);
    if (this.#state.status !== 'stopping') return;
    askToEnd();
    const timer = new AbortController();
    const { stopTimeoutMs } = this.definition.local;
    const inTime = await Promise.race([
      ended.then(() => true),
      sleep(stopTimeoutMs, false, { signal: timer.signal }).catch(() => true),
    ]);
    timer.abort();
    if (inTime) return;
    this.#output.note(`still running ${stopTimeoutMs} ms after it was asked to stop: killed`);
    await killGroup(pid);
  }

  /** Turns what its probe is told into events, and kills what hangs; its exit is a crash like any other. */
  async #watchHealth(signal: AbortSignal): Promise<void> {
    const { readiness } = this.definition;
    const outcome = await watchHealth(readiness, {
      isStarting: () => this.#state.status === 'running',
      onAnswer: (output, event) => {
        this.#lastProbe = output;
        if (event) this.#apply(event);
      },
      signal,
    });
    if (outcome === 'over') return;
    const { probe, hangsAfterMs } = readiness;
    this.#output.note(`has not answered "${describeProbe(probe)}" for ${hangsAfterMs} ms: killed, to be started again`);
    const pid = processOf(this.#state)?.pid;
    if (pid !== undefined) await killGroup(pid);
  }
}
