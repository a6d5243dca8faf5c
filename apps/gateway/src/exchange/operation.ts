import type { Usage } from '@showrunner/providers';
import type { AnswerFacts } from './answer/answer-facts.ts';
import type { Answer, PlainAnswer } from './answer/answer.ts';
import type { AnswerParts } from './answer/answer-parts.ts';
import type { Attempt } from './attempt.ts';
import type { BackgroundWork } from './background-work.ts';
import type { Exchange } from './exchange.ts';
import type { ModelRequest } from './asked/model-request.ts';
import type { Transports } from './transports.ts';
import type { Wire } from './wire.ts';
import type { Wording } from './asked/wording.ts';

/**
 * One kind of call, as a value that the whole way carries: what a request means, whichever wire it came by. Everything
 * between the wire and the vendor (limits, cache, routing, retries, accounting) knows a kind of call by this alone.
 */
export interface Operation<
  Request extends ModelRequest = ModelRequest,
  SpokenBy extends Wire<Request> = Wire<Request>,
> {
  /** LiteLLM's name for it (`litellm/types/utils.py`, `CallTypes`): in spend rows, and in the keys of cached answers. */
  readonly callType: string;
  /** About how many tokens a call may use, before it is made: what limits claim. `bytes` is the length of its body. */
  expectedTokens(request: Request, bytes: number): number;
  /** As how many requests it counts, where one call asks for many. */
  readonly requests?: number;
  /**
   * What has to be equal for one answer to serve two requests; a value of JSON. Nothing where answers are not cached:
   * LiteLLM caches some kinds and not others (`litellm/types/caching.py`, 1.108.7).
   */
  cacheIdentity(request: Request): unknown;
  /** How answers are kept part by part; left out where they are kept whole. */
  readonly parts?: AnswerParts<Request, SpokenBy>;
  /** What a question says last; nothing where that is no text. Left out where alike is not the same. */
  wording?(request: Request): Wording<Request> | undefined;
  /**
   * The request with the deployment's own members where the caller left them out.
   *
   * @param extra those among them that are sent whatever the kind of call is (`extra_body`)
   */
  withDefaults(
    request: Request,
    defaults: Readonly<Record<string, unknown>>,
    extra: Readonly<Record<string, unknown>>,
  ): Request;
  /** Whether it can be called again: not where what it sends came by and by, and is gone. Left out where it always can. */
  mayRepeat?(request: Request): boolean;
  /** Looks up, behind admission, what has to be known before a deployment is chosen. Rejects with what the caller is told. */
  prepare?(exchange: Exchange): Promise<void>;
  /** For a request whose caller does not wait: what it is told in the meantime. Nothing where it waits. */
  inBackground?(exchange: Exchange): BackgroundWork | undefined;
  /** The answer where the model is none of the gateway's; left out where that is the caller's mistake. */
  answerWithoutModel?(request: Request, wire: SpokenBy): PlainAnswer;
  /** Calls the attempt's deployment once. Throws, or rejects with, a `ProviderError`. A stream resolves with its first content. */
  attempt(attempt: Attempt, request: Request, wire: SpokenBy, transports: Transports): Promise<Answer>;
  /** What a call used where the vendor counted nothing: an estimate. */
  measure(request: Request, facts: AnswerFacts): Usage;
}
