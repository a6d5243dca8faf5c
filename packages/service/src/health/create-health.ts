/** Answers when what it asks is well, throws when it is not. The signal aborts when the answer comes too late. */
export type HealthCheck = (signal: AbortSignal) => Promise<unknown>;

export interface CheckResult {
  readonly ok: boolean;
  /** Whether the service can do its work without it. */
  readonly required: boolean;
  readonly duration_ms: number;
  /** What is wrong. */
  readonly message?: string;
}

export interface HealthReport {
  /** `degraded`: at work, but something that is not required is not well. */
  readonly status: 'ok' | 'degraded' | 'unavailable' | 'draining';
  readonly checks: Readonly<Record<string, CheckResult>>;
}

export interface Health {
  register(name: string, check: HealthCheck, options?: { readonly required?: boolean }): void;
  /** Runs every check side by side; never takes longer than the time-out, and repeats a fresh answer. */
  report(): Promise<HealthReport>;
  /** From here on the service is not ready, whatever the checks say, so that nobody sends it more. */
  drain(): void;
  readonly isDraining: boolean;
}

export interface HealthOptions {
  /** How long one check may take. */
  readonly timeoutMs?: number;
  /** How long a good answer is repeated; one that is not good is asked again after `retryMs`. */
  readonly cacheMs?: number;
  readonly retryMs?: number;
}

export function createHealth({ timeoutMs = 1_000, cacheMs = 1_000, retryMs = 50 }: HealthOptions = {}): Health {
  const checks = new Map<string, { readonly check: HealthCheck; readonly required: boolean }>();
  let isDraining = false;
  let latest: { readonly report: Promise<HealthReport>; freshUntil: number } | undefined;

  async function run(): Promise<HealthReport> {
    const results = await Promise.all(
      [...checks].map(
        async ([name, { check, required }]) => [name, await runCheck(check, required, timeoutMs)] as const,
      ),
    );
    return { status: statusOf(results.map(([, result]) => result)), checks: Object.fromEntries(results) };
  }

  return {
    register(name, check, { required = true } = {}) {
      checks.set(name, { check, required });
      latest = undefined;
    },

    async report() {
      if (!latest || performance.now() > latest.freshUntil) {
        const running = { report: run(), freshUntil: Infinity };
        latest = running;
        const { status } = await running.report;
        running.freshUntil = performance.now() + (status === 'ok' ? cacheMs : retryMs);
      }
      const report = await latest.report;
      return isDraining ? { ...report, status: 'draining' } : report;
    },

    drain() {
      isDraining = true;
    },

    get isDraining() {
      return isDraining;
    },
  };
}

/** Whether a service that reports this takes requests. */
export function isReady({ status }: HealthReport): boolean {
  return status === 'ok' || status === 'degraded';
}

async function runCheck(check: HealthCheck, required: boolean, timeoutMs: number): Promise<CheckResult> {
  const startedAt = performance.now();
  const signal = AbortSignal.timeout(timeoutMs);
  const duration = () => Math.round(performance.now() - startedAt);
  try {
    await Promise.race([check(signal), rejectOnAbort(signal, timeoutMs)]);
    return { ok: true, required, duration_ms: duration() };
  } catch (error) {
    return {
      ok: false,
      required,
      duration_ms: duration(),
      message: error instanceof Error ? error.message : String(error),
    };
  }
}

/** A check that does not heed its signal is left behind; health does not wait for it. */
function rejectOnAbort(signal: AbortSignal, timeoutMs: number): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error(`no answer within ${timeoutMs} ms`)), { once: true });
  });
}

function statusOf(results: readonly CheckResult[]): HealthReport['status'] {
  if (results.some(({ ok, required }) => !ok && required)) return 'unavailable';
  return results.every(({ ok }) => ok) ? 'ok' : 'degraded';
}
