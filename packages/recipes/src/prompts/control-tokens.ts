/**
 * What chat templates are made of, as servers that read a prompt's text for control tokens know them: ChatML and all in
 * its manner (`<|im_end|>`, `<|eot_id|>`, `<|turn>`), DeepSeek's with other bars (`<｜User｜>`), EXAONE's in brackets
 * (`[|user|]`), and the names that Llama 2, Mistral, Gemma, GLM, Ling, Kimi, Seed and MiniMax give theirs. Source: the
 * special tokens of their `tokenizer_config.json`. Held on 2026-11-29 against a list of twenty-odd families that was
 * taken from those files (captured 2026-09-26) and against published templates of Llama, Mistral, Gemma, Qwen and Phi;
 * the files themselves could not be fetched, and `tool_response`, `THINK` and `TOOL_CONTENT` stood in none of what was
 * read.
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
  'sop',
  'role',
  'seed:\\w+',
  '(?:minimax|mm):\\w+',
  'longcat_\\w+',
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
  'gMASK',
  'start_header_id',
  'end_header_id',
] as const;

const BEFORE_BAR = new RegExp(`[<[](?=[${BARS}])`, 'gu');
const BEHIND_BAR = new RegExp(`(?<=[${BARS}])[>\\]]`, 'gu');
const NAMED = new RegExp(`<(?=/?(?:${NAMES.join('|')})>)`, 'giu');
const IN_BRACKETS = new RegExp(`\\[(?=/?(?:${BRACKETED.join('|')})\\])`, 'gu');

/** The text with a space inside of each, so that it is read as words and never ends a turn. */
export function withoutControlTokens(text: string): string {
  return text.replace(BEFORE_BAR, '$& ').replace(BEHIND_BAR, ' $&').replace(NAMED, '< ').replace(IN_BRACKETS, '[ ');
}
