import { estimateTokens } from '@showrunner/models';
import type { AssistantMessage, ChatCompletion } from '@showrunner/providers';
import type { PlainAnswer } from '../../../exchange/answer/answer.ts';
import { writtenAnswer } from '../../openai/written-answer.ts';
import { boundedId } from '../../vendor-id.ts';
import { finishReason } from './finish-reason.ts';
import { callPart, imageParts, signedParts, textPart, thoughtPart, type Part } from './parts.ts';
import { usageMetadata } from './usage-metadata.ts';

/** A chat completion as an answer of Gemini's wire. `model` as the client named it. */
export function writeAnswer(completion: ChatCompletion, model: string): PlainAnswer {
  const { id, choices, usage } = completion;
  const candidates = choices.map(({ index, message, finish_reason: reason }) => ({
    content: { role: 'model', parts: partsOf(message, reason === 'length') },
    finishReason: finishReason(reason),
    index,
  }));
  const roughTokens = usage ? 0 : estimateTokens(JSON.stringify(candidates).length);
  const counted = usage ?? { prompt_tokens: 0, completion_tokens: roughTokens, total_tokens: roughTokens };
  return writtenAnswer(
    { candidates, usageMetadata: usageMetadata(counted), modelVersion: model, responseId: id },
    { usage, roughTokens, id: boundedId(id), model: completion.model },
  );
}

function partsOf(message: AssistantMessage, isCut: boolean): Part[] {
  const { thinking_blocks: blocks = [], reasoning_content: reasoning, images } = message;
  return [
    ...(blocks.length > 0 ? signedParts(blocks, false) : thoughtPart(reasoning)),
    ...textPart(message.content),
    ...textPart(message.refusal),
    ...imageParts(images),
    ...(message.tool_calls ?? []).flatMap((call) => callPart(call, isCut)),
  ];
}
