import { error, type Check, type Outcome } from './check.ts';
import type { Installation } from './installation.ts';

/** Longer than a slow machine takes for what is not hung. */
const DEADLINE_MS = 10_000;

export interface CheckedOutcome {
  readonly id: string;
  readonly title: string;
  readonly outcome: Outcome;
}

/** Runs the checks side by side, each within its deadline. What a check throws becomes a finding of its own. */
export function runChecks(
  checks: readonly Check[],
  installation: Installation,
  signal: AbortSignal,
): Promise<readonly CheckedOutcome[]> {
  return Promise.all(
    checks.map(async (check) => ({
      id: check.id,
      title: check.title,
      outcome: await outcomeOf(check, installation, signal),
    })),
  );
}

async function outcomeOf(check: Check, installation: Installation, signal: AbortSignal): Promise<Outcome> {
  const deadlineMs = check.deadlineMs ?? DEADLINE_MS;
  const deadline = AbortSignal.timeout(deadlineMs);
  const ending = AbortSignal.any([signal, deadline]);
  try {
    return await Promise.race([check.run(installation, ending), rejectionOf(ending)]);
  } catch (thrown) {
    signal.throwIfAborted();
    if (deadline.aborted) {
      return [
        error(`The check took more than ${deadlineMs / 1000} s`, 'run it again when this machine has less to do'),
      ];
    }
    return [error(`The check failed: ${messageOf(thrown)}`, 'report this, with the output of "showrunner version"')];
  }
}

function rejectionOf(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('aborted', { cause: signal.reason })), { once: true });
  });
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
