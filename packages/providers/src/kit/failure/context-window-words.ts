/**
 * How vendors say that a prompt does not fit their model's context window: a phrase of each wording, from their API
 * references, their servers' sources and LiteLLM's list of the same (2026-11). Rate limits that speak of tokens
 * ("Request too large for model … on tokens per minute") and limits on one text are none of these.
 */
const phrases = [
  // OpenAI, Azure, Groq, Cerebras, DeepSeek, OpenRouter, vLLM: code or "maximum context length is 8192 tokens".
  'context[ _]length',
  'context window',
  'maximum model length',
  'reduce the length of the (messages|prompt|input)',
  'current length is .{0,40}while limit is',
  // Anthropic; Fireworks; Bedrock.
  '(prompt|input) is too long',
  'context limit',
  'too many input tokens',
  'expected maxlength: ',
  'prompt: length: 1\\.\\.',
  // Google.
  'maximum number of tokens allowed',
  'request payload size exceeds',
  // OpenAI's Responses API, and what LiteLLM knows of other servers.
  'input tokens exceed',
  'input token count .{0,40}exceeds',
  'input too long: .{0,40}limit is',
  'maximum input length is .{0,40}tokens',
  'string too long\\. expected a string with maximum length',
  'input text length should not exceed',
  'length limit exceeded',
  // xAI.
  'maximum prompt length',
  // Hugging Face's TGI, and Together, which runs it.
  '`inputs` tokens \\+ `max_new_tokens` must be',
  '`inputs` must have less than \\d+ tokens',
  // Cohere.
  'too many tokens',
  'tokens in the prompt cannot exceed',
  // llama.cpp and LM Studio; Ollama.
  'context size',
  'exceed_context_size',
  'context the overflows',
  // IBM watsonx.
  'cannot exceed the total tokens limit',
  // GitHub Models and Copilot.
  'tokens_limit_reached',
  'prompt token count .{0,40}exceeds',
  'max_prompt_tokens_exceeded',
  // Moonshot; MiniMax and Volcengine; DashScope.
  'exceeded model token limit',
  'exceed max message tokens',
  'range of input length should be',
  // Z.AI; Volcengine, Databricks; SambaNova.
  'prompt exceeds max length',
  'input length .{0,40}exceeds the max',
  'maximum supported sequence length',
  // SiliconFlow and what runs SGLang; Snowflake.
  'must be less than max_seq_len',
  'longer than the model.s (maximum )?context',
  'max tokens of \\d+ exceeded',
];

export const contextWindowWords = new RegExp(phrases.join('|'), 'i');
