import type { ChatRequest, CompletionsRequest } from '@showrunner/providers';
import { badRequest, type GatewayError } from '../../failure/gateway-error.ts';

/** What a model for chat is asked so that it completes texts. */
export interface CompletionAsChat {
  /** One for each prompt. */
  readonly requests: readonly ChatRequest[];
  /** The prompts, where they are to be said before the answers. */
  readonly echoed: readonly string[] | undefined;
}

/**
 * A completion as questions of a chat, a prompt each. Throws a 400 for what a chat cannot do, unless `dropsUnsupported`
 * and the answer means the same without.
 */
export function asChat(request: CompletionsRequest, dropsUnsupported: boolean): CompletionAsChat {
  const { prompt, suffix, echo, best_of: bestOf, logprobs, ...rest } = request;
  const prompts = textsOf(prompt);
  if (request.stream === true && prompts.length > 1) throw unable('prompt', 'a stream of several prompts');
  if (!dropsUnsupported) {
    if (suffix !== undefined && suffix !== null) throw unable('suffix', 'a text behind the one to be written');
    if (typeof bestOf === 'number' && bestOf > (request.n ?? 1)) throw unable('best_of', 'a choice among more answers');
  }
  const requests = prompts.map((content) => ({
    ...rest,
    messages: [{ role: 'user' as const, content }],
    ...(typeof logprobs === 'number' && { logprobs: true, top_logprobs: logprobs }),
  }));
  return { requests, echoed: echo === true ? prompts : undefined };
}

function textsOf(prompt: CompletionsRequest['prompt']): readonly string[] {
  const texts = typeof prompt === 'string' ? [prompt] : prompt;
  return texts.map((text) => {
    if (typeof text !== 'string') throw unable('prompt', 'a prompt of token ids');
    return text;
  });
}

function unable(param: string, what: string): GatewayError {
  return badRequest(`${param}: this model is for chat, which has no ${what}; ask a model for completions`, param);
}
