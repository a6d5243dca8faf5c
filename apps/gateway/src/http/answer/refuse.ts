import { toApiError } from '@showrunner/errors';
import type { Logger } from '@showrunner/service';
import type { Exchange } from '../../exchange/exchange.ts';
import type { Wire } from '../../exchange/wire.ts';
import { failureHead, refusalHead } from './answer-head.ts';
import { headerLines } from './header-lines.ts';
import { isForeseen, renderError } from './render-error.ts';
import type { Reply } from './reply.ts';

/** The client may still be sending what is too much, so its connection cannot serve another request. */
const TOO_LARGE = 413;
const NO_CALLER = 401;

/** Whose request cannot be answered. */
export interface Refused {
  readonly requestId: string;
  /** Nothing where it came to no exchange: it could not be read, or its caller is not known. */
  readonly exchange: Exchange | undefined;
  readonly wire: Wire;
  readonly logger: Logger;
}

/** Answers with an error what Fastify has not seen, as Fastify's routes do. */
export function refuse(thrown: unknown, reply: Reply, { requestId, exchange, wire, logger }: Refused): void {
  // The client has left, or reads a stream that has said by itself why it broke.
  if (reply.isOver) return;
  const error = toApiError(thrown);
  if (!isForeseen(error)) logger.error({ request_id: requestId, err: error.cause ?? error }, 'unexpected error');
  // Half an answer is out already: it must not be taken for whole.
  if (reply.isBegun) {
    reply.destroy();
    return;
  }
  const { status, headers, body } = renderError(error, wire);
  if (status === TOO_LARGE) reply.closeAfter();
  const own = exchange ? failureHead(exchange) : refusalHead(requestId, status !== NO_CALLER);
  reply.send(status, own + headerLines(headers), body, 'utf8');
}
