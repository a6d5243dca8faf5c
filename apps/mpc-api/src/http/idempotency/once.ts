import type { Caller } from '@showrunner/access';
import type { Enveloped } from '@showrunner/service';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { KeyTakenError, type Idempotency } from '../../idempotency/idempotency.ts';
import type { KeyedRequest } from '../../idempotency/keyed-request.ts';
import type { KeptAnswer } from '../../idempotency/sealed-answer.ts';
import type { BesideOf } from '../../jobs/held-database.ts';
import { isDatabaseAway } from '../../jobs/worker/run-job.ts';
import { objectOf } from '../../json-members.ts';
import { keptAnswer, saysReplayed, sendKept } from './kept-answer.ts';
import { keyedRequestOf } from './keyed-request-of.ts';

/** As the contract has it: what it answers with where it is done. */
interface OnceRoute {
  readonly answer: { readonly kind: 'envelope'; readonly status?: number };
}

interface OnceCall {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly caller: Caller;
}

type Answering<Data> = Promise<Enveloped<Data> | FastifyReply>;

/** Does what a request asks for once, however often it comes with the same `Idempotency-Key`. */
export interface Once {
  /**
   * Does what is one transaction.
   *
   * @param act gives its answer to `keep`, whose note it writes in that transaction. Without a key that notes nothing
   */
  made<Data>(
    route: OnceRoute,
    call: OnceCall,
    act: (keep: BesideOf<Enveloped<Data>>) => Promise<Enveloped<Data>>,
  ): Answering<Data>;
  /** Does what has its effect elsewhere. A process that dies meanwhile may have done it without having noted that. */
  sent<Data>(route: OnceRoute, call: OnceCall, act: () => Promise<Enveloped<Data>>): Answering<Data>;
}

export function createOnce(idempotency: Idempotency): Once {
  /** Whether it was answered before, and is so again. A reply itself that is waited for gives nothing. */
  async function answersAgain(keyed: KeyedRequest, reply: FastifyReply): Promise<boolean> {
    const found = await idempotency.find(keyed);
    if (!found?.answer) return false;
    void sendKept(found.answer, saysReplayed(reply));
    return true;
  }

  return {
    async made(route, call, act) {
      const keyed = keyedRequestOf(call, objectOf(call.request.body) ?? {});
      if (keyed === undefined) return act(() => async () => undefined);
      const { reply } = call;
      if (await answersAgain(keyed, reply)) return reply;
      let kept: KeptAnswer | undefined;
      try {
        const answer = await act((given) => {
          kept = keptAnswer(given, statusOf(route), reply);
          return idempotency.note(keyed, { answer: kept });
        });
        return sendKept(kept ?? keptAnswer(answer, statusOf(route), reply), reply);
      } catch (error) {
        // Another one was faster, or it was done and the database's word of that was lost.
        const mayBeDone = error instanceof KeyTakenError || isDatabaseAway(error);
        if (mayBeDone && (await answersAgain(keyed, reply))) return reply;
        throw error;
      }
    },

    async sent(route, call, act) {
      const keyed = keyedRequestOf(call, objectOf(call.request.body) ?? {});
      if (keyed === undefined) return act();
      const { reply } = call;
      if (await answersAgain(keyed, reply)) return reply;
      await idempotency.begin(keyed);
      let kept: KeptAnswer | undefined;
      try {
        kept = keptAnswer(await act(), statusOf(route), reply);
      } finally {
        await idempotency.finish(keyed, kept);
      }
      return sendKept(kept, reply);
    },
  };
}

function statusOf({ answer }: OnceRoute): number {
  return answer.status ?? 200;
}
