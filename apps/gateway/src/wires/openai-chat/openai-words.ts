import { readFinishReason } from '@showrunner/providers';

/** OpenRouter's and vLLM's name for what LiteLLM's clients read as `reasoning_content`, where it says something. */
const REASONING = /"reasoning"(?=\s*:\s*")/g;
const FINISH_REASON = /("finish_reason"\s*:\s*)"([^"]+)"/g;

/** Whether the choices of a chunk hold reasoning under another name. Quotes inside of texts are escaped, and so no name. */
export function hasOtherReasoning(choices: string): boolean {
  return choices.search(REASONING) !== -1;
}

/** The choices of an answer or a chunk, as JSON, with OpenAI's reasons to finish and LiteLLM's name of reasoning; the same where they are. */
export function inOpenAiWords(choices: string): string {
  return choices
    .replaceAll(REASONING, '"reasoning_content"')
    .replaceAll(FINISH_REASON, (_, name: string, reason: string) => name + JSON.stringify(readFinishReason(reason)));
}
