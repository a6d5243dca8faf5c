import type { PlainAnswer } from '../exchange/answer/answer.ts';
import type { ModelRequest } from '../exchange/asked/model-request.ts';
import type { Wire } from '../exchange/wire.ts';

/** What the client is to see of an answer. */
export interface WholeAnswerView<Request extends ModelRequest> {
  /** The model as the client named it. */
  readonly model: string;
  /** What was asked of the vendor. */
  readonly request: Request;
}

/** How a family of clients speaks a kind of call whose answer is one JSON object: moderations, reranking, images. */
export interface WholeAnswerWire<Request extends ModelRequest, WholeAnswer> extends Wire<Request> {
  /** The wire of vendors whose answers pass through as the bytes that came. */
  readonly vendorWire: 'openai';
  /** A vendor's own answer as it came, but for the model's name; nothing where it has to be read and written anew. */
  pass(body: Buffer, view: WholeAnswerView<Request>): PlainAnswer | undefined;
  /** An answer of another wire, or one that was made here. */
  write(answer: WholeAnswer, view: WholeAnswerView<Request>): PlainAnswer;
}
