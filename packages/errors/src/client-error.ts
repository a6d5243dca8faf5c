import type { Socket } from 'node:net';
import { ApiError, type ApiErrorOptions } from './api-error.ts';
import type { ErrorResponse } from './error-response.ts';

const { STATUS_CODES } = process.getBuiltinModule('node:http');

/** What Node's HTTP parser and its time limits complain of (Node documentation, "Event: 'clientError'"). */
const faults: Readonly<Record<string, ApiErrorOptions | undefined>> = {
  HPE_HEADER_OVERFLOW: { status: 431, message: 'The headers are larger than this server accepts.' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, message: 'The request did not arrive in time.' },
};

export interface ClientErrorOptions {
  readonly render: (error: ApiError) => ErrorResponse;
  /** An id by which the answer can be found again. */
  readonly newRequestId?: (() => string) | undefined;
}

/** A listener for `clientError`: answers what is no readable HTTP request, for which there is a socket only. */
export function answerClientErrors({ render, newRequestId }: ClientErrorOptions) {
  return (cause: NodeJS.ErrnoException, socket: Socket): void => {
    if (cause.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const fault = faults[cause.code ?? ''] ?? { message: 'This is not an HTTP request that can be read.' };
    const requestId = newRequestId?.();
    const error = new ApiError('BAD_REQUEST', { ...fault, cause, ...(requestId !== undefined && { requestId }) });
    send(render(error), socket);
  };
}

function send({ status, headers, body }: ErrorResponse, socket: Socket): void {
  const lines = Object.entries({ ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' });
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`,
    // Whoever does not read the answer must not hold the socket open.
    () => socket.destroy(),
  );
}
