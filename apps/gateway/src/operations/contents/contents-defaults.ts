import { asObject, type ContentsRequest } from '@showrunner/providers';
import { openAiChatMembers } from '../../litellm/own-names.ts';
import { fillIn } from '../fill-in.ts';

/** A deployment's members in chat's words that stand in `generationConfig` under another name. */
const inConfig: Readonly<Record<string, string>> = {
  temperature: 'temperature',
  top_p: 'topP',
  top_k: 'topK',
  max_tokens: 'maxOutputTokens',
  max_completion_tokens: 'maxOutputTokens',
  stop: 'stopSequences',
  seed: 'seed',
  presence_penalty: 'presencePenalty',
  frequency_penalty: 'frequencyPenalty',
};

/** A request with a deployment's own members, as far as Gemini's wire has them: it refuses all others of chat. */
export function withContentsDefaults(
  request: ContentsRequest,
  defaults: Readonly<Record<string, unknown>>,
): ContentsRequest {
  const members: Record<string, unknown> = {};
  const config: Record<string, unknown> = {};
  for (const [member, value] of Object.entries(defaults)) {
    const name = inConfig[member];
    if (name === 'stopSequences') config[name] = [value].flat();
    else if (name !== undefined) config[name] = value;
    else if (!openAiChatMembers.has(member)) members[member] = value;
  }
  const filled = fillIn(request, members);
  if (Object.keys(config).length === 0) return filled;
  return { ...filled, generationConfig: { ...config, ...asObject(request.generationConfig) } };
}
