import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServiceReport } from '../control/protocol.ts';
import { LineSplitter } from '../logs/line-splitter.ts';
import { LogFile, logFilePath } from '../logs/log-file.ts';
import type { LogLine } from '../logs/log-line.ts';
import { ask, describeProbe } from '../probe.ts';
import type { ProbeResult } from '../probe.ts';
import { askToEnd, killGroup } from '../process/process-group.ts';
import { restartDelay } from '../restart-delay.ts';
import type { ServiceDefinition } from '../service-definition.ts';
import { processOf } from '../service-state.ts';
import type { ServiceEvent, ServiceState } from '../service-state.ts';
import { applyEvent } from '../service-transition.ts';
import type { Guard } from './guard.ts';

/** How many of a service's last lines are told when it fails. */
const LAST_LINES = 20;

/** How long its output is read on after its end, should somebody outside its group hold the pipe. */
const LAST_WORDS_MS = 1_000;

interface RunnerEvents {
  state: [];
  lines: [readonly LogLine[]];
}

/** Runs one service: what happens to its process becomes events, and what its state calls for is done here. */
export class ServiceRunner extends EventEmitter<RunnerEvents> {
  readonly definition: ServiceDefinition;
  readonly #guard: Guard;
  readonly #log: LogFile;
  #state: ServiceState = { status: 'stopped', restarts: 0 };
  #lastLines: string[] = [];
  #lastProbe = '';
  #crashesInARow = 0;
  /** Ends what goes on beside the process: its probes, a pending restart. */
  #attending = new AbortController();

  constructor(definition: ServiceDefinition, { guard, logFolder }: { guard: Guard; logFolder: string }) {
    super();
    this.definition = definition;
    this.#guard = guard;
    this.#log = new LogFile(logFilePath(logFolder, definition.name));
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
    return { lines: this.#lastLines, probe: this.#lastProbe };
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
    this.#log.close();
  }

  #apply(event: ServiceEvent): boolean {
    const next = applyEvent(this.#state, event);
    if (!next) return false;
    const changed = next.status !== this.#state.status;
    this.#state = next;
    if (changed) this.#note('reason' in next ? `${next.status}: ${next.reason}` : next.status);
    this.#attend(event);
    this.emit('state');
    return true;
  }

  /** What a state calls for, beside waiting for the next event. */
  #attend(event: ServiceEvent): void {
    if (event.type === 'spawned') {
      this.#renewAttention();
      void this.#watchHealth(this.#attending.signal);
    } else if (event.type === 'crashed') {
      const signal = this.#renewAttention();
      void this.#restartLater(signal);
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
    const { command, args, cwd, stdin } = this.definition.local;
    this.#lastLines = [];
    this.#lastProbe = '';
    try {
      mkdirSync(cwd, { recursive: true, mode: 0o700 });
    } catch (error) {
      this.#apply({ type: 'spawn-failed', reason: (error as Error).message });
      return;
    }
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...this.definition.environment },
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    child.once('error', (error) => this.#apply({ type: 'spawn-failed', reason: error.message }));
    const { pid } = child;
    if (pid === undefined) return;

    // A service that does not read its stdin may close it.
    child.stdin.on('error', () => {});
    if (stdin !== undefined) child.stdin.end(stdin);
    void this.#guard.watch(pid, this.definition.local);
    const exited = this.#follow(child, pid);
    this.#apply({ type: 'spawned', process: { pid, startedAt: Date.now() } });
    void this.#endWhenAsked(child, pid, exited);
  }

  /** Reads everything that the process writes, then tells its end. */
  async #follow(child: ChildProcessWithoutNullStreams, pid: number): Promise<void> {
    const startedAt = Date.now();
    const output = Promise.all([this.#record(child.stdout, 'stdout'), this.#record(child.stderr, 'stderr')]);
    const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    // Whatever it started must not outlive it: it would hold its port, its memory and its pipes.
    await killGroup(pid);
    await Promise.race([output, sleep(LAST_WORDS_MS)]);
    child.stdout.destroy();
    child.stderr.destroy();
    this.#guard.forget(pid);
    this.#ended(signal === null ? `exit code ${code}` : `killed by ${signal}`, Date.now() - startedAt);
  }

  #ended(how: string, ranMs: number): void {
    if (this.#apply({ type: 'exited' })) return;
    const { restart } = this.definition.local;
    this.#crashesInARow = ranMs >= restart.stableAfterMs ? 1 : this.#crashesInARow + 1;
    if (restartDelay(restart, this.#crashesInARow) === undefined) {
      const reason = `${how}, ${this.#crashesInARow} times in a row`;
      this.#apply({ type: 'gave-up', reason, lastLines: this.#lastLines });
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
  async #endWhenAsked(child: ChildProcessWithoutNullStreams, pid: number, exited: Promise<void>): Promise<void> {
    const asked = this.reaches((state) => processOf(state)?.pid !== pid || state.status === 'stopping');
    await Promise.race([asked, exited]);
    if (this.#state.status !== 'stopping') return;
    // Windows has no SIGTERM: there, closing stdin is how our servers are asked.
    if (process.platform === 'win32') child.stdin.end();
    else askToEnd(pid);
    const timer = new AbortController();
    const { stopTimeoutMs } = this.definition.local;
    const inTime = await Promise.race([
      exited.then(() => true),
      sleep(stopTimeoutMs, false, { signal: timer.signal }).catch(() => true),
    ]);
    timer.abort();
    if (inTime) return;
    this.#note(`still running ${stopTimeoutMs} ms after it was asked to stop: killed`);
    await killGroup(pid);
  }

  /** Asks how it is, fast until it is healthy, then at its interval, until its attention ends. */
  async #watchHealth(signal: AbortSignal): Promise<void> {
    const { probe, timeoutMs, hangsAfterMs, startIntervalMs, intervalMs } = this.definition.readiness;
    const startedAt = Date.now();
    let answeredAt = startedAt;
    let failures = 0;
    while (!signal.aborted) {
      const result = await ask(probe, timeoutMs, signal);
      if (signal.aborted) return;
      failures = result.ok ? 0 : failures + 1;
      if (result.ok || result.answered) answeredAt = Date.now();
      this.#judge(result, failures, Date.now() - startedAt);
      if (Date.now() - answeredAt > hangsAfterMs) return this.#endHanging();
      const pause = this.#state.status === 'running' ? startIntervalMs : intervalMs;
      await sleep(pause, undefined, { signal }).catch(() => {});
    }
  }

  #judge(result: ProbeResult, failures: number, ranMs: number): void {
    const { failureThreshold, startTimeoutMs } = this.definition.readiness;
    this.#lastProbe = result.output;
    const isStarting = this.#state.status === 'running';
    if (result.ok) this.#apply({ type: 'probe-passed' });
    else if (isStarting ? ranMs > startTimeoutMs : failures >= failureThreshold) {
      this.#apply({ type: 'probe-failed', reason: result.output });
    }
  }

  /** Kills what no longer answers; its exit is a crash like any other. */
  async #endHanging(): Promise<void> {
    const { probe, hangsAfterMs } = this.definition.readiness;
    this.#note(`has not answered "${describeProbe(probe)}" for ${hangsAfterMs} ms: killed, to be started again`);
    const pid = processOf(this.#state)?.pid;
    if (pid !== undefined) await killGroup(pid);
  }

  async #record(output: AsyncIterable<Buffer>, stream: 'stdout' | 'stderr'): Promise<void> {
    const splitter = new LineSplitter();
    try {
      for await (const chunk of output) this.#append(splitter.push(chunk), stream);
    } catch {
      // The pipe broke with its writer; what came is kept.
    }
    this.#append(splitter.end(), stream);
  }

  #note(text: string): void {
    this.#append([text], 'supervisor');
  }

  #append(texts: readonly string[], stream: LogLine['stream']): void {
    if (texts.length === 0) return;
    const time = new Date().toISOString();
    const lines = texts.map((text) => ({ service: this.definition.name, time, stream, text }));
    this.#store(lines);
    if (stream !== 'supervisor') this.#lastLines = [...this.#lastLines, ...texts.slice(-LAST_LINES)].slice(-LAST_LINES);
    this.emit('lines', lines);
  }

  #store(lines: readonly LogLine[]): void {
    try {
      this.#log.append(lines);
    } catch {
      // A full disk costs log lines and not the service.
    }
  }
}
