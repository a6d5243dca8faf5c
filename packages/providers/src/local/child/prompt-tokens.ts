import type { ChatHistoryItem, Token } from './llama.ts';
import type { LoadedModel } from './load-model.ts';
import type { ModelMessage } from './messages.ts';

/**
 * The tokens of a chat in the model's own template, up to where the model's answer begins; a last message of the model
 * itself is the beginning of that answer, which it goes on with.
 */
export function promptTokens({ template, model }: LoadedModel, messages: readonly ModelMessage[]): Token[] {
  const open: ChatHistoryItem[] = messages.at(-1)?.role === 'assistant' ? [] : [{ type: 'model', response: [] }];
  const chatHistory = [...messages.map(historyItem), ...open];
  const tokens = template.generateContextState({ chatHistory }).contextText.tokenize(model.tokenizer);
  // SmolLM2's beginning-of-text token is also what its template starts a message with; once is enough.
  const isDoubled = tokens[0] === model.tokens.bos && tokens[1] === model.tokens.bos;
  return isDoubled ? tokens.slice(1) : tokens;
}

function historyItem({ role, text }: ModelMessage): ChatHistoryItem {
  return role === 'assistant' ? { type: 'model', response: [text] } : { type: role, text };
}
