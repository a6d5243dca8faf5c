import type { Caller } from '@showrunner/access';
import { Exchange } from '../../exchange/exchange.ts';
import { Lifetime } from '../../exchange/time/lifetime.ts';
import { Observers } from '../../exchange/record/observers.ts';
import type { Operation } from '../../exchange/operation.ts';
import type { Question } from '../../exchange/record/record.ts';
import { passingOperation, passingWire } from '../../passing/operation.ts';
import type { Serving } from '../../serving/serving.ts';
import { NO_CONTROLS } from '../../wires/openai/read-controls.ts';

const NOBODY = new Observers([], () => undefined);

/** What a vendor carries out by and by, as limits and observers see it: it is no call that somebody waits for. */
const batchOperation: Operation = { ...passingOperation, callType: 'aretrieve_batch' };

/** Who asks what in a batch. */
export interface AskedBatch extends Pick<Question, 'caller' | 'customer' | 'tags' | 'route' | 'requestId'> {
  readonly caller: Caller;
  /** The name by which it is granted, paid for and told. */
  readonly model: string;
  readonly clientIp?: string | undefined;
  readonly userAgent?: string | undefined;
  /** Its lines; left out where nobody counted them. */
  readonly lines?: CountedLines | undefined;
}

/** What the lines of a batch ask of one model. */
export interface CountedLines {
  readonly count: number;
  /** How long all of what they ask is. */
  readonly bytes: number;
  /** What they may cost, in US dollars; nothing where the price is not known. */
  readonly dollars: number | undefined;
}

/** One model of a batch, on its way through the books. */
export function batchExchange(serving: Serving, { model, clientIp, userAgent, lines, ...asked }: AskedBatch): Exchange {
  const exchange = new Exchange({
    operation: lines ? { ...batchOperation, requests: lines.count } : batchOperation,
    wire: passingWire,
    asked: { request: lines ? { model, max_output_tokens: 1 } : { model }, controls: NO_CONTROLS },
    question: {
      ...asked,
      callId: asked.requestId,
      callType: batchOperation.callType,
      clientIp,
      userAgent,
      model: serving.router.boundedName(model),
      isStream: false,
      startedAt: performance.now(),
      timeoutSeconds: serving.timeoutSeconds,
      shownTimeout: serving.shownTimeout,
    },
    lifetime: new Lifetime(serving.timeoutSeconds),
    // Nobody waits for it, so that nobody is to be told that it hangs.
    terms: { ...serving, observers: NOBODY },
    requestBytes: lines?.bytes ?? 0,
    callerHeaders: undefined,
  });
  if (lines) exchange.foreseen = () => lines.dollars;
  return exchange;
}
