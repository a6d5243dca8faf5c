import type { IncomingHttpHeaders } from 'node:http';
import type { ModelPrice } from '@showrunner/models';
import { noFacts, type AnswerFacts } from '../../exchange/answer/answer-facts.ts';
import type { AnswerReceiver } from '../../exchange/transports.ts';
import { CountedAnswer } from '../../passing/counted.ts';
import type { Destination, Passage } from '../../passing/passage.ts';
import type { Reply } from '../answer/reply.ts';
import { describePassed } from './foreseen-cost.ts';
import { passedLines } from './passed-lines.ts';

/** So much of an answer that is an error is kept to say what it was. */
const MOST_ERROR_BYTES = 64 * 1024;

/** An answer on its way to the client, with what is to be known of it afterwards. */
export class PassedAnswer implements AnswerReceiver {
  status = 0;
  headers: IncomingHttpHeaders = {};
  readonly #reply: Reply;
  readonly #ownLines: string;
  #counted: CountedAnswer | undefined;
  #madeId: string | undefined;
  #errorPieces: Buffer[] = [];
  #errorBytes = 0;

  readonly #onBegin: () => void;

  /**
   * @param ownLines what the gateway says of itself
   * @param onBegin when its head is there
   */
  constructor(reply: Reply, ownLines: string, onBegin: () => void) {
    this.#reply = reply;
    this.#ownLines = ownLines;
    this.#onBegin = onBegin;
  }

  get isBegun(): boolean {
    return this.status !== 0;
  }

  begin(status: number, headers: IncomingHttpHeaders): void {
    this.status = status;
    this.headers = headers;
    this.#counted = new CountedAnswer(headers);
    this.#reply.begin(status, this.#ownLines + passedLines(headers));
    this.#onBegin();
  }

  write(bytes: Buffer): boolean {
    if (this.status < 400) {
      this.#counted?.push(bytes);
    } else if (this.#errorBytes < MOST_ERROR_BYTES) {
      this.#errorBytes += bytes.length;
      this.#errorPieces.push(bytes);
    }
    return this.#reply.write(bytes.toString('latin1'), 'latin1');
  }

  onDrain(listener: () => void): void {
    this.#reply.onDrain(listener);
  }

  /** The vendor's id of what was made, behind the last byte; nothing where it tells none. */
  get madeId(): string | undefined {
    return this.#madeId;
  }

  get errorBody(): Buffer {
    return Buffer.concat(this.#errorPieces);
  }

  /** What it used and costs. What asks no model uses nothing: what it reads was counted when it was made. */
  facts({ costPerRequest }: Passage, destination: Destination, asksModel: boolean): AnswerFacts {
    const counted = this.#counted?.end();
    this.#madeId = counted?.id;
    const { usage, model } = (asksModel && counted) || { usage: undefined, model: undefined };
    const perRequest = costPerRequest ?? (asksModel ? undefined : 0);
    if (perRequest !== undefined) {
      const price = readPriceOfRequest(perRequest);
      return { ...noFacts(), usage, price, billedAs: [{ requests: 1 }] };
    }
    return { ...noFacts(), usage, price: describePassed(destination, model).price, billedAs: [] };
  }
}

function readPriceOfRequest(dollars: number): ModelPrice {
  return { rates: { requests: dollars }, longPrompts: [], tiers: undefined };
}
