import { ErrorTypes } from '@showrunner/errors';
import type { FastifyReply } from 'fastify';
import { deadlinePassed } from '../drive/compose/deadline.ts';

/** The time a request has: it ends with its deadline, or when the caller goes before the answer is out. */
export interface RequestLife {
  readonly signal: AbortSignal;
  /** Sets the deadline, counted from when the request began. */
  expireAfter(milliseconds: number): void;
  /** Ends it before that. */
  end(reason: Error): void;
}

/** @param stopping aborts when the server can wait no longer for what is in flight */
export function requestLife(reply: FastifyReply, stopping: AbortSignal): RequestLife {
  const controller = new AbortController();
  const startedAt = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const onStopping = () => controller.abort(stopping.reason);
  stopping.addEventListener('abort', onStopping);
  reply.raw.once('close', () => {
    clearTimeout(timer);
    stopping.removeEventListener('abort', onStopping);
    if (!reply.raw.writableFinished) controller.abort(callerGone());
  });
  return {
    signal: controller.signal,
    expireAfter(milliseconds) {
      clearTimeout(timer);
      timer = setTimeout(
        () => controller.abort(deadlinePassed(milliseconds)),
        Math.max(0, milliseconds - (performance.now() - startedAt)),
      );
    },
    end: (reason) => controller.abort(reason),
  };
}

/** Nobody is left to read this; 499 is what servers log for it. */
function callerGone(): Error {
  return ErrorTypes.BAD_REQUEST('The caller closed the connection.', { reason: 'caller_gone' }, { status: 499 });
}
