import type { Caller } from '@showrunner/access';
import type { RouteTable } from '@showrunner/routes';
import type { Handlers } from '@showrunner/service';
import { z } from 'zod';
import { unknownModel } from '../call/failures.ts';
import { badRequest } from '../failure/gateway-error.ts';
import { estimatePrompt } from '../operations/tokens/estimate-prompt.ts';
import type { Serving } from '../serving/serving.ts';
import { readBody } from './read-body.ts';

const counted = z.object({
  total_tokens: z.int(),
  request_model: z.string(),
  /** The provider's own name of the model. */
  model_used: z.string(),
  tokenizer_type: z.literal('estimate'),
  count_source: z.literal('local_estimate'),
});

const question = z.object({
  model: z.string('must be text'),
  prompt: z.string('must be text').nullish(),
  messages: z.array(z.looseObject({}), 'must be a list of messages').nullish(),
  contents: z.array(z.looseObject({}), 'must be a list of contents').nullish(),
  tools: z.array(z.looseObject({}), 'must be a list of tools').nullish(),
  system: z.unknown().optional(),
});

/** What is counted without a model, in LiteLLM's shapes. */
export const tokenRoutes = {
  countTokens: {
    method: 'post',
    tag: 'Tokens',
    scope: 'tokens:count',
    path: '/utils/token_counter',
    summary: 'Estimate the tokens of a prompt or of messages',
    body: {
      name: 'TokenCountRequest',
      schemas: [question],
      example: { model: 'default', messages: [{ role: 'user', content: 'How does espresso work?' }] },
    },
    answer: { kind: 'json', name: 'TokenCount', schema: counted },
    errors: [],
  },
} as const satisfies RouteTable;

export function tokenHandlers(serving: () => Serving): Handlers<typeof tokenRoutes, Caller> {
  return {
    countTokens({ request }) {
      const { model, prompt, messages, contents, tools, system } = readBody(question, request.body);
      if (!prompt && !messages && !contents) {
        throw badRequest('prompt or messages or contents must be provided', 'messages');
      }
      const group = serving().router.resolve(model);
      if (!group) throw unknownModel(model);
      return {
        total_tokens: estimatePrompt([prompt, messages, contents, tools, system]),
        request_model: model,
        model_used: group.deployments[0]?.vendorModel ?? model,
        tokenizer_type: 'estimate',
        count_source: 'local_estimate',
      };
    },
  };
}
