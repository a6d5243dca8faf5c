import { constants } from 'node:os';
import type { FastifyInstance } from 'fastify';
import type { Health } from '../health/create-health.ts';
import { lastLinesWritten } from '../logging/standard-output.ts';
import { endWhenStdinCloses } from './end-when-stdin-closes.ts';

export interface DrainOptions {
  readonly health: Health;
  /** How long requests in flight may still take. At most what the supervisor and Kubernetes grant (30 s). */
  readonly deadlineMs?: number;
  /** Whether the end of standard input means stop (`SHOWRUNNER_SUPERVISED`). */
  readonly isSupervised?: boolean;
  /** Gets what stops the server, where somebody else may ask for it as well. */
  readonly onStoppable?: (stop: (reason: string) => void) => void;
  /**
   * Beside the requests in flight, at once when it is to stop: other work that may take until the deadline, which aborts
   * the signal.
   */
  readonly onStop?: (deadline: AbortSignal) => Promise<void>;
  /** After the last request and what `onStop` does: close databases, write what is still to be written. */
  readonly onDrain?: () => Promise<void>;
}

export interface Drain {
  /** Aborts when the deadline has passed: what still runs ends now, saying why, while its connection is still there. */
  readonly deadline: AbortSignal;
}

/** Time for a stream to say why it ends, between the deadline and the end of its connection. */
const LAST_WORDS_MS = 500;

/** Ctrl+C reaches a process twice at once: from the terminal and from the parent that passes it on. */
const SAME_SIGNAL_MS = 250;

/** Time to close what is behind the server; then the process ends whatever still hangs. */
const CLOSE_WITHIN_MS = 4_000;

/**
 * SIGTERM or SIGINT: readiness says 503, no new connection is accepted, requests in flight end, then the process exits
 * with 0. A second signal ends it at once.
 */
export function drainOnSignal(
  app: FastifyInstance,
  { health, deadlineMs = 25_000, isSupervised = false, onStoppable, onStop, onDrain }: DrainOptions,
): Drain {
  const deadline = new AbortController();
  let stoppingSince: number | undefined;

  async function stop(reason: string): Promise<void> {
    app.log.info({ reason }, 'draining');
    health.drain();
    setTimeout(
      () => {
        app.log.error('something did not close in time');
        process.exit(1);
      },
      deadlineMs + LAST_WORDS_MS + CLOSE_WITHIN_MS,
    ).unref();
    const late = setTimeout(() => deadline.abort(new Error('The server is stopping.')), deadlineMs);
    await Promise.all([closeConnections(app, deadline.signal), onStop?.(deadline.signal)]);
    clearTimeout(late);
    await onDrain?.();
    app.log.info('stopped');
    await lastLinesWritten();
    process.exit(0);
  }

  function onSignal(signal: NodeJS.Signals): void {
    if (stoppingSince === undefined) begin(signal);
    else if (performance.now() - stoppingSince > SAME_SIGNAL_MS) process.exit(128 + constants.signals[signal]);
  }

  function begin(reason: string): void {
    if (stoppingSince !== undefined) return;
    stoppingSince = performance.now();
    void stop(reason);
  }

  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  if (isSupervised) endWhenStdinCloses(() => begin('standard input closed'));
  onStoppable?.(begin);
  return { deadline: deadline.signal };
}

async function closeConnections(app: FastifyInstance, deadline: AbortSignal): Promise<void> {
  // Node closes connections that are idle when the server closes, not those that become so afterwards.
  const sweep = setInterval(() => app.server.closeIdleConnections(), 50);
  const sayLastWords = (): void => void setTimeout(() => app.server.closeAllConnections(), LAST_WORDS_MS).unref();
  deadline.addEventListener('abort', sayLastWords);
  await app.close();
  deadline.removeEventListener('abort', sayLastWords);
  clearInterval(sweep);
}
