import { estimateTokens } from '@showrunner/models';
import type { AssistantMessage, ChatCompletion } from '@showrunner/providers';
import type { PlainAnswer } from '../../../exchange/answer/answer.ts';
import { boundedId } from '../../vendor-id.ts';
import type { ToolNames } from '../as-chat/tool-names.ts';
import { messageBlocks } from './message-blocks.ts';
import { messageEnd } from './message-end.ts';
import { messageUsage } from './message-usage.ts';

/** How a client is told. */
export interface MessageView {
  /** The model as the client named it. */
  readonly model: string;
  readonly names: ToolNames;
  readonly stopSequences: readonly string[];
}

/** A chat completion as a message. Of several choices the first is the answer: this wire has one. */
export function writeMessage(completion: ChatCompletion, { model, names, stopSequences }: MessageView): PlainAnswer {
  const { id, choices, usage } = completion;
  const [choice] = choices;
  const message: AssistantMessage = choice?.message ?? { role: 'assistant', content: null };
  const finishReason = choice?.finish_reason ?? null;
  const content = messageBlocks(message, names, finishReason === 'length');
  const end = messageEnd({
    finishReason,
    vendorReason: choice && 'stop_reason' in choice ? choice.stop_reason : undefined,
    hasToolCalls: content.some(({ type }) => type === 'tool_use'),
    refusal: message.refusal ?? undefined,
    stopSequences,
  });
  const roughTokens = usage ? 0 : estimateTokens(JSON.stringify(content).length);
  const counted = usage ? messageUsage(usage) : { input_tokens: 0, output_tokens: roughTokens };
  const text = JSON.stringify({ id, type: 'message', role: 'assistant', model, content, ...end, usage: counted });
  return {
    kind: 'plain',
    text,
    encoding: 'utf8',
    facts: { usage, roughTokens, id: boundedId(id), model: completion.model },
  };
}
