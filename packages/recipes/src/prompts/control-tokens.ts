/**
 * What chat templates are made of, as servers that read a prompt's text for control tokens know them: ChatML and all in
 * its manner (`<|im_end|>`, `<|eot_id|>`, `<|turn>`), DeepSeek's with other bars (`<｜User｜>`), and the names that
 * Llama 2, Mistral and Gemma give theirs. Source: `added_tokens` of the tokenizer_config.json of Qwen 3, Llama 2 to 4,
 * Mistral 7B to Large 3, DeepSeek V3, Gemma 2 to 4, Phi 4, Granite 4 and Command A (2026-11).
 */
const BARS = '|｜│';
const NAMES = [
  's',
  'bos',
  'eos',
  'pad',
  'unk',
  'SYS',
  'start_of_turn',
  'end_of_turn',
  'tool_call',
  'tool_response',
  'think',
  'BOS_TOKEN',
  'EOS_TOKEN',
] as const;
const BRACKETED = [
  'INST',
  'SYSTEM_PROMPT',
  'AVAILABLE_TOOLS',
  'TOOL_CALLS',
  'TOOL_RESULTS',
  'TOOL_CONTENT',
  'THINK',
  'ARGS',
  'CALL_ID',
] as const;

const BEFORE_BAR = new RegExp(`<(?=[${BARS}])`, 'gu');
const BEHIND_BAR = new RegExp(`(?<=[${BARS}])>`, 'gu');
const NAMED = new RegExp(`<(?=/?(?:${NAMES.join('|')})>)`, 'giu');
const IN_BRACKETS = new RegExp(`\\[(?=/?(?:${BRACKETED.join('|')})\\])`, 'gu');

/** The text with a space inside of each, so that it is read as words and never ends a turn. */
export function withoutControlTokens(text: string): string {
  return text.replace(BEFORE_BAR, '< ').replace(BEHIND_BAR, ' >').replace(NAMED, '< ').replace(IN_BRACKETS, '[ ');
}
