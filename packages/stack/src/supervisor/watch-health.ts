import { setTimeout as sleep } from 'node:timers/promises';
import { ask, type ProbeResult } from '../probe.ts';
import type { ReadinessProbe } from '../service-definition.ts';
import type { ServiceEvent } from '../service-state.ts';

export type HealthEvent = Extract<ServiceEvent, { type: 'probe-passed' | 'probe-failed' }>;

export interface HealthWatch {
  /** It has not been healthy yet: it is asked more often, and may say no until its start is over. */
  readonly isStarting: () => boolean;
  /** Told every answer, with what follows from it. */
  readonly onAnswer: (output: string, event: HealthEvent | undefined) => void;
  readonly signal: AbortSignal;
}

/** Asks a service how it is until `signal` aborts (`over`), or until it has not answered at all for too long (`hangs`). */
export async function watchHealth(readiness: ReadinessProbe, watch: HealthWatch): Promise<'over' | 'hangs'> {
  const { probe, timeoutMs, hangsAfterMs, startIntervalMs, intervalMs } = readiness;
  const { isStarting, onAnswer, signal } = watch;
  const startedAt = Date.now();
  let answeredAt = startedAt;
  let failuresInARow = 0;
  while (!signal.aborted) {
    const result = await ask(probe, timeoutMs, signal);
    if (signal.aborted) break;
    failuresInARow = result.ok ? 0 : failuresInARow + 1;
    if (result.ok || result.answered) answeredAt = Date.now();
    const standing = { isStarting: isStarting(), failuresInARow, ranMs: Date.now() - startedAt };
    onAnswer(result.output, judge(readiness, result, standing));
    if (Date.now() - answeredAt > hangsAfterMs) return 'hangs';
    await sleep(isStarting() ? startIntervalMs : intervalMs, undefined, { signal }).catch(() => {});
  }
  return 'over';
}

export interface ProbeStanding {
  readonly isStarting: boolean;
  readonly failuresInARow: number;
  readonly ranMs: number;
}

/** What an answer means; undefined where it is too early to call it a failure. */
export function judge(
  { failureThreshold, startTimeoutMs }: Pick<ReadinessProbe, 'failureThreshold' | 'startTimeoutMs'>,
  { ok, output }: ProbeResult,
  { isStarting, failuresInARow, ranMs }: ProbeStanding,
): HealthEvent | undefined {
  if (ok) return { type: 'probe-passed' };
  const isTooMuch = isStarting ? ranMs > startTimeoutMs : failuresInARow >= failureThreshold;
  return isTooMuch ? { type: 'probe-failed', reason: output } : undefined;
}
