import type { Caller } from '@showrunner/access';
import { describeModel, lookUpModel, type ModelPrice } from '@showrunner/models';
import { readOpenAiUsage, resolveModel } from '@showrunner/providers';
import type { RouteTable } from '@showrunner/routes';
import type { Handlers } from '@showrunner/service';
import { z } from 'zod';
import { costOf } from '../../exchange/record/cost.ts';
import { badRequest } from '../../failure/gateway-error.ts';
import { estimatePrompt } from '../../operations/tokens/estimate-prompt.ts';
import type { Serving } from '../../serving/serving.ts';
import { readBody } from '../read-body.ts';

const count = z.int('must be a whole number').min(0, 'must be no less than 0');
const answered = z.looseObject(
  {
    model: z.string('must be text'),
    usage: z.looseObject({ prompt_tokens: count, completion_tokens: count.default(0) }, 'must have counts of tokens'),
  },
  'must be an answer',
);
const asked = z.object({
  model: z.string('must be text').nullish(),
  messages: z.array(z.looseObject({}), 'must be a list of messages').nullish(),
  completion_response: answered.nullish(),
});

/** What calls would cost, in LiteLLM's shape (`spend_management_endpoints.py`, 1.108.7); no model is asked. */
export const calculateRoutes = {
  calculateSpend: {
    method: 'post',
    tag: 'Spend',
    scope: 'tokens:count',
    path: '/spend/calculate',
    summary: 'Show what messages cost to ask, or what an answer cost',
    description: 'Messages are counted by an estimate; the answer to them is not foretold.',
    body: {
      name: 'SpendCalculateRequest',
      schemas: [asked],
      example: { model: 'default', messages: [{ role: 'user', content: 'How does espresso work?' }] },
    },
    answer: { kind: 'json', name: 'CalculatedSpend', schema: z.object({ cost: z.number() }) },
    errors: [],
  },
} as const satisfies RouteTable;

export function calculateHandlers(serving: () => Serving): Handlers<typeof calculateRoutes, Caller> {
  return {
    calculateSpend({ request }) {
      const { model, messages, completion_response: answer } = readBody(asked, request.body);
      if (typeof model === 'string') {
        if (!messages) throw badRequest('messages must be provided if model is provided', 'messages');
        const input = estimatePrompt([messages]);
        const usage = { prompt_tokens: input, completion_tokens: 0, total_tokens: input };
        return { cost: costAt(model, usage, 'model', serving()) };
      }
      if (!answer) throw badRequest('either model or completion_response must be provided', 'model');
      return { cost: costAt(answer.model, readOpenAiUsage(answer.usage), 'completion_response.model', serving()) };
    },
  };
}

/** US dollars. Throws a 400 where the price is not known, which is no price of 0. */
function costAt(model: string, usage: ReturnType<typeof readOpenAiUsage>, place: string, { router }: Serving): number {
  const price = router.resolve(model)?.deployments[0]?.price ?? tablePrice(model);
  const cost = costOf({}, usage, price);
  if (cost !== undefined) return cost;
  throw badRequest(`${place}: "${model.slice(0, 200)}" has no price that is known`, place);
}

/** Of a model that is not served, by its vendor's name as `litellm_params.model` has it. */
function tablePrice(model: string): ModelPrice | undefined {
  const found = resolveModel(model);
  return 'problem' in found ? undefined : describeModel({ table: lookUpModel(found.adapter.name, found.model) }).price;
}
