import type { Usage } from '@showrunner/providers';
import type { PlainAnswer } from './answer.ts';
import type { ModelRequest } from '../asked/model-request.ts';
import type { Wire } from '../wire.ts';

/** What one part of a question got. */
export interface PartAnswer {
  /** JSON. */
  readonly text: string;
  /** Its share of what the vendor counted; nothing where it counted nothing. */
  readonly usage: Usage | undefined;
}

/**
 * A kind of call that asks many questions at once, each of which may be asked again among others. Answers of several
 * models are no answer together, so parts are kept only of the group that was asked.
 */
export interface AnswerParts<
  Request extends ModelRequest = ModelRequest,
  SpokenBy extends Wire<Request> = Wire<Request>,
> {
  /** Each part as a request of its own, in their order. */
  apart(request: Request): readonly Request[];
  /** One request for these of its parts, by their places. */
  together(request: Request, places: readonly number[]): Request;
  /** What each of `count` parts got; nothing where the answer is of another model than was asked, or of another form. */
  split(answer: PlainAnswer, request: Request, count: number): readonly PartAnswer[] | undefined;
  /** The answers of all parts as one. */
  join(parts: readonly PartAnswer[], request: Request, wire: SpokenBy): PlainAnswer;
}
