import type { ResponseItem, ResponsesRequest } from '@showrunner/providers';
import type { BackgroundWork } from '../../exchange/background-work.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { describeFailure } from '../../failure/describe-failure.ts';
import { databaseAway } from '../../failure/database-away.ts';
import { badRequest, type GatewayError } from '../../failure/gateway-error.ts';
import type { ResponseDraft, ResponsesWire, UnansweredState, WrittenResponse } from '../../wires/responses-wire.ts';
import { newResponseId } from './response-id.ts';
import type { ResponsesPorts } from './responses-ports.ts';

/** Whose answer nobody waits for. */
export interface InBackground {
  readonly ports: ResponsesPorts;
  readonly exchange: Exchange;
  readonly request: ResponsesRequest;
  readonly wire: ResponsesWire;
}

/** A response that a chat makes while its caller does something else: told at once, read under its id, cancelled by it. */
export class BackgroundResponse implements BackgroundWork {
  readonly draft: ResponseDraft;
  readonly #asked: InBackground;
  /** As it is kept while it is under way. */
  readonly #underWay: WrittenResponse;
  #isEnded = false;

  /** Throws a 400 for what cannot be made so. */
  constructor(asked: InBackground) {
    this.#asked = asked;
    const { request, ports, wire } = asked;
    if (request.stream === true) {
      throw badRequest(
        'stream: a response in the background of this model is read under its id; leave stream out',
        'stream',
      );
    }
    if (request.store === false || !ports.stored.isOn) {
      const message = 'background: a response in the background has to be stored, which is turned off';
      throw badRequest(message, request.store === false ? 'store' : 'background');
    }
    this.draft = {
      id: newResponseId(),
      request,
      isKept: true,
      createdAt: Math.floor(Date.now() / 1000),
      keep: (response) => this.#finish(response),
    };
    this.#underWay = wire.unanswered(this.draft, { status: 'in_progress' });
  }

  async begin(): Promise<string> {
    const { ports, exchange, request, wire } = this.#asked;
    const input = (await exchange.guard?.keepable(wire.itemsOf(request))) ?? wire.itemsOf(request);
    const kept = {
      id: this.draft.id,
      owner: this.#owner,
      previousId: request.previous_response_id ?? null,
      createdAt: Date.now(),
      input: input as readonly ResponseItem[],
      response: this.#underWay,
    };
    const isKept = await ports.stored.keep(kept).catch((cause: unknown) => {
      throw databaseAway('the stored responses', cause);
    });
    if (!isKept)
      throw badRequest('input is too long to be stored, which a response in the background has to be', 'input');
    ports.underWay.add(this.draft.id, exchange.lifetime);
    return JSON.stringify(wire.unanswered(this.draft, { status: 'queued' }));
  }

  async end(failure: unknown): Promise<void> {
    const { ports, wire } = this.#asked;
    const isCancelled = ports.underWay.end(this.draft.id);
    if (!this.#isEnded) {
      await this.#finish(wire.unanswered(this.draft, isCancelled ? { status: 'cancelled' } : failed(failure)));
    }
    ports.underWay.remove(this.draft.id);
  }

  get #owner(): string {
    return this.#asked.exchange.record.caller.workspace;
  }

  /** What was cancelled elsewhere, or deleted, stays so. */
  async #finish(response: WrittenResponse): Promise<boolean> {
    const { ports, exchange } = this.#asked;
    this.#isEnded = true;
    try {
      const shown = (await exchange.guard?.keepable(response)) ?? response;
      return await ports.stored.replace({ id: this.draft.id, owner: this.#owner }, this.#underWay, shown);
    } catch (error) {
      ports.logger.warn({ error: String(error) }, 'a response in the background cannot be stored');
      return false;
    }
  }
}

/** OpenAI's one code for what went wrong while a response was made (API reference, "The response object", 2026-11). */
function failed(failure: unknown): UnansweredState {
  const { status, message } = describeFailure(failure);
  return { status: 'failed', error: { code: status === 429 ? 'rate_limit_exceeded' : 'server_error', message } };
}

/** What stands in for a group of a vendor with responses of its own is asked while the caller waits. */
export function noBackground(group: string): GatewayError {
  return badRequest(
    `background: the model "${group}" stands in for one that has such a thing; leave it out`,
    'background',
  );
}
