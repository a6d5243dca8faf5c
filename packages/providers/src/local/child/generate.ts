import { createAnswerText } from './answer-text.ts';
import { GenerationError } from './generation-error.ts';
import { compactGrammar, textWithoutEastAsian, withoutEastAsian } from './grammars.ts';
import { evaluatePrompt } from './evaluate-prompt.ts';
import type { EvaluateOptions, LlamaGrammar, Token } from './llama.ts';
import type { LoadedModel } from './load-model.ts';
import type { Generation, TokenCounts } from './messages.ts';
import { promptTokens } from './prompt-tokens.ts';
import { createTokenSpeller } from './token-speller.ts';

export interface Generated {
  finishReason: 'stop' | 'length';
  counts: TokenCounts;
}

/** How many of the answer's last tokens the repeat penalty looks at. */
const PUNISHED_TOKENS = 64;

/** Runs one generation; `onText` gets the answer's text as it grows. An abort ends it after the token under way. */
export async function generate(
  loaded: LoadedModel,
  generation: Generation,
  onText: (text: string) => void,
  signal: AbortSignal,
): Promise<Generated> {
  const { model } = loaded;
  const prompt = promptTokens(loaded, generation.messages);
  const room = roomForAnswer(loaded, prompt);
  const options = await evaluateOptions(loaded, generation);
  const limit = Math.min(generation.maxTokens, room);
  const line = loaded.lines.lineFor(prompt, limit);
  const isRepeatable = generation.seed !== undefined;
  const cachedTokens = await evaluatePrompt(line, loaded, prompt, { signal, isRepeatable });

  const chosen: Token[] = [];
  const speller = createTokenSpeller(model);
  const answer = createAnswerText(generation.stop);
  const give = (text: string): void => {
    if (text !== '') onText(text);
  };
  let hasEnded = false;
  const tokens = line.sequence.evaluate(prompt.slice(-1), {
    ...options,
    ...(generation.repeatPenalty !== 1 && {
      repeatPenalty: { punishTokens: () => punishedTokens(loaded, chosen), penalty: generation.repeatPenalty },
    }),
  });
  for await (const token of tokens) {
    signal.throwIfAborted();
    loaded.threads.adjust();
    chosen.push(token);
    hasEnded = model.isEogToken(token);
    if (!hasEnded) give(answer.push(speller.spell(token)));
    hasEnded ||= answer.isStopped;
    if (hasEnded || chosen.length >= limit) break;
  }
  // The generator ends by itself at the model's end of text.
  hasEnded ||= chosen.length < limit;
  give(answer.push(speller.end()));
  give(answer.end());
  const counts = { promptTokens: prompt.length, cachedTokens, completionTokens: chosen.length };
  return { finishReason: hasEnded ? 'stop' : 'length', counts };
}

function roomForAnswer({ contextTokens }: LoadedModel, prompt: readonly Token[]): number {
  const room = contextTokens - prompt.length;
  if (room > 0) return room;
  throw new GenerationError(
    'context',
    `the messages have ${prompt.length} tokens; the context window of ${contextTokens} tokens must hold them and the answer`,
  );
}

async function evaluateOptions(loaded: LoadedModel, generation: Generation): Promise<EvaluateOptions> {
  const { module, model } = loaded;
  const grammar = await grammarFor(loaded, generation);
  return {
    temperature: generation.temperature,
    topP: generation.topP,
    ...(generation.seed !== undefined && { seed: generation.seed }),
    ...(grammar && { grammarEvaluationState: new module.LlamaGrammarEvaluationState({ model, grammar }) }),
  };
}

async function grammarFor({ module, llama }: LoadedModel, generation: Generation): Promise<LlamaGrammar | undefined> {
  const { format, allowsEastAsian } = generation;
  if (format.kind === 'text') {
    return allowsEastAsian ? undefined : new module.LlamaGrammar(llama, { grammar: textWithoutEastAsian });
  }
  const schema = format.kind === 'schema' ? format.schema : { type: 'object', additionalProperties: true };
  try {
    const grammar = compactGrammar((await llama.createGrammarForJsonSchema(schema)).grammar);
    return new module.LlamaGrammar(llama, { grammar: allowsEastAsian ? grammar : withoutEastAsian(grammar) });
  } catch (error) {
    throw new GenerationError('format', `the schema cannot be made a grammar: ${String(error)}`);
  }
}

/** Words only: a penalty on quotation marks, commas and braces would break sentences and JSON. */
function punishedTokens({ model }: LoadedModel, chosen: readonly Token[]): Token[] {
  return chosen.slice(-PUNISHED_TOKENS).filter((token) => /\p{L}/u.test(model.detokenize([token], false)));
}
