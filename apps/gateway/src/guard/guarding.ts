import type { GuardEvent } from '../config/sections/guardrails/guardrail.ts';
import type { Answer } from '../exchange/answer/answer.ts';
import type { Deployment } from '../exchange/deployment/deployment.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { ExchangeGuard } from '../exchange/exchange-guard.ts';
import type { ModelRequest } from '../exchange/asked/model-request.ts';
import { Blocked } from './blocked.ts';
import { guardPlain } from './answers/guard-plain.ts';
import { guardStream, guardWholeStream, type StreamGuarding } from './answers/guard-stream.ts';
import { USUAL_HOLD_BACK, type GuardedCall } from './guard.ts';
import { isForm, lookThroughForm } from './look-through-form.ts';
import { HiddenValues } from './hidden-values.ts';
import { lookThrough, type LookAt } from './look-through.ts';
import { Refused, runGuard, type GuardPorts, type Look, type MetGuard } from './run-guard.ts';

export interface GuardingOptions {
  readonly exchange: Exchange;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The guardrails that the exchange meets at an event. */
  readonly at: (event: GuardEvent) => readonly MetGuard[];
  /** Those that a deployment wants for what it is sent, and for what it answers. */
  readonly wantedBy: (deployment: Deployment) => readonly MetGuard[];
  readonly answeredBy: (deployment: Deployment) => readonly MetGuard[];
  readonly ports: GuardPorts;
}

/** How long guardrails may take with what is told, all together: nobody waits for it. */
const TOLD_MS = 60_000;

/** What is looked at when its exchange is over. */
type Apart = Pick<GuardedCall, 'signal' | 'hidden'>;

/** Lets guardrails look at one exchange: at what is sent, while a model is called, at what comes back. */
export class Guarding implements ExchangeGuard {
  readonly #options: GuardingOptions;
  readonly #hidden = new HiddenValues();
  /** The request that they have seen. */
  #seen: ModelRequest | undefined;
  readonly #looked = new Set<string>();

  constructor(options: GuardingOptions) {
    this.#options = options;
    options.exchange.guard = this;
  }

  /** Whether the caller is to get something back that the model did not see: such an answer is nobody else's. */
  get hidesValues(): boolean {
    return !this.#hidden.isEmpty;
  }

  /**
   * Whether what was asked and answered may be told to nobody: a caller's values stand in it again, or a guardrail
   * refused it before all had looked.
   */
  get isSecret(): boolean {
    const notes = this.#options.exchange.record.guardrails ?? [];
    const { record } = this.#options.exchange;
    const isRefused =
      record.state === 'finished' && record.failure !== undefined && notes.some(({ status }) => status !== 'success');
    return this.hidesValues || isRefused;
  }

  get masksWhatIsTold(): boolean {
    return this.#options.at('logging_only').length > 0;
  }

  /** `logging_only`: behind the answer, in a time of its own. */
  toldAs<Document extends object>(document: Document, side: 'request' | 'response'): Promise<Document> {
    const signal = AbortSignal.timeout(TOLD_MS);
    const guards = this.#options.at('logging_only');
    return lookThrough(document, side, this.#lookAt('logging_only', guards, { signal, hidden: new HiddenValues() }));
  }

  /** Whether what is sent has to be looked at. */
  get looksAtRequests(): boolean {
    const { at } = this.#options;
    return at('pre_call').length + at('during_call').length > 0;
  }

  /** Whether what comes back has to be looked at, or to be given the caller's own values again. */
  get looksAtAnswers(): boolean {
    return this.#options.at('post_call').length > 0 || this.hidesValues;
  }

  /** A request that goes through in nobody's wire: what would look meanwhile looks before. */
  async passedRequest<Document extends object>(document: Document): Promise<Document> {
    const { at } = this.#options;
    const masked = await lookThrough(document, 'request', this.#lookAt('pre_call', at('pre_call')));
    await lookThrough(masked, 'request', this.#lookAt('during_call', at('during_call')));
    return masked;
  }

  /**
   * `pre_call`: the exchange asks from here on for what may be sent. Gives what is to be answered where a guardrail
   * answers in place of a model; rejects where it refuses.
   */
  async beforeCall(): Promise<string | undefined> {
    const { exchange, at } = this.#options;
    const guards = at('pre_call');
    try {
      exchange.askInstead(await this.#lookThrough(exchange.request, guards));
    } catch (error) {
      if (error instanceof Blocked && error.instead !== undefined) return error.instead;
      throw error;
    }
    for (const { settings } of guards) this.#looked.add(settings.name);
    this.#seen = exchange.request;
    return undefined;
  }

  /** `during_call`: a model is called meanwhile. Its answer waits for the verdict, and is called off where that is a no. */
  async whileCalled(call: () => Promise<Answer>): Promise<Answer> {
    const { exchange, at } = this.#options;
    const guards = at('during_call');
    if (guards.length === 0) return call();
    const lookAt = this.#lookAt('during_call', guards);
    const { request } = exchange;
    const verdict = isForm(request) ? lookThroughForm(request, lookAt) : lookThrough(request, 'request', lookAt);
    verdict.catch(() => exchange.lifetime.refused());
    const answering = call();
    // Whichever comes first: a failed call has no answer to wait for.
    answering.catch(() => {});
    await verdict;
    return answering;
  }

  /** `post_call`: the answer as its caller may get it. Of a stream, when its first text may be said. */
  async answer(answer: Answer): Promise<Answer> {
    const guards = this.#answering();
    if (guards.length === 0 && !this.hidesValues) return answer;
    const lookAt = this.#restoring(this.#lookAt('post_call', guards));
    return answer.kind === 'plain' ? guardPlain(answer, lookAt) : guardStream(answer, { lookAt, ...paceOf(guards) });
  }

  /** The same of a stream that is there as a whole, as latin1: one character a byte. */
  async wholeStream(said: string): Promise<string> {
    const guards = this.#answering();
    if (guards.length === 0 && !this.hidesValues) return said;
    return guardWholeStream(said, this.#restoring(this.#lookAt('post_call', guards)));
  }

  /** An answer that is kept is masked, and what was masked of the request stays so. */
  keepable<Document extends object>(document: Document): Promise<Document> {
    return lookThrough(document, 'response', this.#lookAt('post_call', this.#answering()));
  }

  async requestFor(deployment: Deployment, request: ModelRequest): Promise<ModelRequest> {
    const wanted = this.#options.wantedBy(deployment);
    const guards = request === this.#seen ? [] : this.#options.at('pre_call');
    const all = new Map(
      [...guards, ...wanted.filter(({ settings }) => !this.#looked.has(settings.name))].map((one) => [
        one.settings.name,
        one,
      ]),
    );
    return all.size === 0 ? request : this.#lookThrough(request, [...all.values()]);
  }

  async #lookThrough(request: ModelRequest, guards: readonly MetGuard[]): Promise<ModelRequest> {
    if (guards.length === 0) return request;
    const lookAt = this.#lookAt('pre_call', guards);
    if (isForm(request)) await lookThroughForm(request, lookAt);
    return lookThrough(request, 'request', lookAt);
  }

  /** Those that look at the answer; who answered may want more than the request does. */
  #answering(): readonly MetGuard[] {
    const { exchange, answeredBy, at } = this.#options;
    const deployment = exchange.lastAttempt?.deployment;
    return deployment ? answeredBy(deployment) : at('post_call');
  }

  /** The caller's own values come back in place of what stood for them. */
  #restoring(lookAt: LookAt): LookAt {
    return async (content) => (await lookAt(content)).map((text) => this.#hidden.restore(text));
  }

  /** One after the other, each at what those before it left. */
  #lookAt(event: GuardEvent, guards: readonly MetGuard[], apart?: Apart): LookAt {
    return async (content) => {
      let { texts } = content;
      for (const guard of guards) {
        const looked = await this.#run(guard, { event, content: { ...content, texts } }, apart);
        texts = texts.map(({ role }, index) => ({ role, text: looked[index] ?? '' }));
      }
      return texts.map(({ text }) => text);
    };
  }

  async #run(met: MetGuard, look: Omit<Look, 'call'>, apart?: Apart): Promise<readonly string[]> {
    const { exchange, headers, ports } = this.#options;
    const { record, request, lifetime } = exchange;
    const call = {
      record,
      request,
      headers,
      parameters: met.parameters,
      hidden: this.#hidden,
      signal: lifetime.signal,
      ...apart,
    };
    try {
      const { looked, note } = await runGuard(met, { ...look, call }, ports);
      exchange.noteGuardrail(note);
      return looked.texts;
    } catch (error) {
      if (!apart && lifetime.end) throw lifetime.end;
      if (!(error instanceof Refused)) throw error;
      exchange.noteGuardrail(error.note);
      throw error.reason;
    }
  }
}

/** How a stream is looked at: often where that costs nothing, ever more seldom where a service is asked, once where it has to be whole. */
function paceOf(guards: readonly MetGuard[]): Omit<StreamGuarding, 'lookAt'> {
  const holdBack = Math.max(USUAL_HOLD_BACK, ...guards.map(({ guard }) => guard.holdBack));
  if (guards.some(({ settings }) => settings.waitsForWhole)) return { holdBack, pace: () => Infinity };
  const isLocal = guards.every(({ guard }) => guard.isLocal);
  return { holdBack, pace: (characters) => (isLocal ? Math.max(32, characters / 16) : Math.max(200, characters / 2)) };
}
