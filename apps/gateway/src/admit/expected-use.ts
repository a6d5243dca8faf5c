import { estimateTokens, type Use } from '@showrunner/models';
import { USUAL_OUTPUT_TOKENS } from '../keys/budgets/usual-output.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { isMapping } from '../json/mapping.ts';

/** Of a picture that its vendor bills by tokens: OpenAI's guide "Image generation", 1024 × 1024 at medium quality. */
const IMAGE_TOKENS = 1_056;
const PIXELS = 1_024 * 1_024;
/** Of speech in the smallest usual form, 32 kbit/s: what is better recorded is shorter than this says. */
const BYTES_A_SECOND = 4_000;

/** How long an answer is expected to be. */
export interface ExpectedLength {
  /** What is usual: an answer that may be longer is expected to have no more. Infinite where the longest counts. */
  readonly usual: number;
  /** The longest that a model gives; nothing where that is not known. */
  readonly longest: number | undefined;
}

/** By which it is foreseen what a call uses. */
export interface AskedUse extends Pick<Exchange, 'request' | 'requestBytes'> {
  readonly operation: Pick<Exchange['operation'], 'callType'>;
}

const USUAL: ExpectedLength = { usual: USUAL_OUTPUT_TOKENS, longest: undefined };

/**
 * What a call may use, before it is made, in each way in which its vendor may bill it: what is reserved of a budget is
 * the dearest of them.
 */
export function expectedUses(
  { operation, request, requestBytes }: AskedUse,
  length: ExpectedLength = USUAL,
): readonly Use[] {
  switch (operation.callType) {
    case 'aimage_generation':
    case 'aimage_edit':
    case 'aimage_variation': {
      const images = countIn(request.n) ?? 1;
      const inputTokens = estimateTokens(Math.min(requestBytes, 10_000));
      return [
        { images },
        { pixels: images * pixelsIn(request.size) },
        { inputTokens, outputImageTokens: images * IMAGE_TOKENS },
      ];
    }
    case 'aspeech': {
      const text = typeof request.input === 'string' ? request.input : '';
      return [
        { inputCharacters: text.length },
        { inputTokens: estimateTokens(requestBytes), outputAudioTokens: text.length },
      ];
    }
    case 'atranscription':
    case 'atranslation': {
      const inputSeconds = requestBytes / BYTES_A_SECOND;
      return [{ inputSeconds }, { inputTokens: inputSeconds * 10, outputTokens: inputSeconds * 5 }];
    }
    case 'arerank':
      return [{ searches: 1 }, { inputTokens: estimateTokens(requestBytes) }];
    case 'aembedding':
    case 'amoderation':
      return [{ inputTokens: estimateTokens(requestBytes) }];
    default:
      return [{ inputTokens: estimateTokens(requestBytes), outputTokens: outputTokensIn(request, length) }];
  }
}

/** About how many tokens a call may use: as its kind expects, and what is usual where its caller bounds no answer. */
export function expectedTokens(exchange: Exchange): number {
  const [use] = expectedUses(exchange);
  return Math.max(exchange.expectedTokens(), (use?.inputTokens ?? 0) + (use?.outputTokens ?? 0));
}

/**
 * The longest that is asked for, and that its model gives, for each of the choices of each prompt; and no more than is
 * usual. What is asked for is the largest maximum that the call names, on whichever wire.
 */
function outputTokensIn(request: Exchange['request'], { usual, longest = Infinity }: ExpectedLength): number {
  const { max_tokens: most, max_completion_tokens: completion, max_output_tokens: output } = request;
  const gemini = geminiBounds(request);
  const choices = Math.max(countIn(request.n ?? gemini?.choices) ?? 1, countIn(request.best_of) ?? 1);
  const bounds = [most, completion, output, gemini?.most].flatMap((bound) => countIn(bound) ?? []);
  const asked = Math.min(bounds.length === 0 ? Infinity : Math.max(...bounds), longest);
  const all = Math.min(asked * choices * promptsIn(request), usual);
  return Number.isFinite(all) ? all : USUAL_OUTPUT_TOKENS;
}

/** OpenAI's reference, "Completions": several texts, or several lists of tokens, are prompts of their own. */
function promptsIn({ prompt }: Exchange['request']): number {
  return Array.isArray(prompt) && typeof prompt[0] !== 'number' ? Math.max(1, prompt.length) : 1;
}

/** On Gemini's wire they stand together in a member of their own. */
function geminiBounds(request: Exchange['request']): { most: unknown; choices: unknown } | undefined {
  const config = request.generationConfig ?? request.generation_config;
  if (!isMapping(config)) return undefined;
  return {
    most: config.maxOutputTokens ?? config.max_output_tokens,
    choices: config.candidateCount ?? config.candidate_count,
  };
}

/** `1792x1024`. */
function pixelsIn(size: unknown): number {
  const [, width, height] = typeof size === 'string' ? (/^(\d{1,5})x(\d{1,5})$/.exec(size) ?? []) : [];
  return width === undefined ? PIXELS : Number(width) * Number(height);
}

/** Forms bring figures as text. */
function countIn(value: unknown): number | undefined {
  const count = Number(value);
  return value !== undefined && value !== null && Number.isFinite(count) && count > 0 ? count : undefined;
}
