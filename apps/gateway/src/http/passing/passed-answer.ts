import type { IncomingHttpHeaders } from 'node:http';
import { describeModel, lookUpModel, type ModelPrice } from '@showrunner/models';
import { noFacts, type AnswerFacts } from '../../exchange/answer-facts.ts';
import type { AnswerReceiver } from '../../exchange/transports.ts';
import { CountedAnswer } from '../../passing/counted.ts';
import type { Destination, Passage } from '../../passing/passage.ts';
import type { Reply } from '../answer/reply.ts';
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
  #errorPieces: Buffer[] = [];
  #errorBytes = 0;

  /** @param ownLines what the gateway says of itself */
  constructor(reply: Reply, ownLines: string) {
    this.#reply = reply;
    this.#ownLines = ownLines;
  }

  get isBegun(): boolean {
    return this.status !== 0;
  }

  begin(status: number, headers: IncomingHttpHeaders): void {
    this.status = status;
    this.headers = headers;
    this.#counted = new CountedAnswer(headers);
    this.#reply.begin(status, this.#ownLines + passedLines(headers));
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

  get errorBody(): Buffer {
    return Buffer.concat(this.#errorPieces);
  }

  /** What it used and costs. Nobody is charged for what asks no model: a request without a body. */
  facts({ costPerRequest }: Passage, { vendor, deployment }: Destination, asksModel: boolean): AnswerFacts {
    const { usage, model } = this.#counted?.end() ?? { usage: undefined, model: undefined };
    const perRequest = costPerRequest ?? (asksModel || usage ? undefined : 0);
    if (perRequest !== undefined) {
      const price = readPriceOfRequest(perRequest);
      return { ...noFacts(), usage, price, billedAs: [{ requests: 1 }] };
    }
    const priced = model === undefined ? undefined : describeModel({ table: lookUpModel(vendor.name, model) }).price;
    return { ...noFacts(), usage, price: priced ?? deployment.price, billedAs: [] };
  }
}

function readPriceOfRequest(dollars: number): ModelPrice {
  return { rates: { requests: dollars }, longPrompts: [], tiers: undefined };
}
