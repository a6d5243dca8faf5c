import { estimateTokens, type Use } from '@showrunner/models';
import type { Exchange } from '../exchange/exchange.ts';

/** What an answer uses that nobody bounds, and most that somebody does. */
const USUAL_OUTPUT_TOKENS = 1_000;
/** Of a picture that its vendor bills by tokens: OpenAI's guide "Image generation", 1024 × 1024 at medium quality. */
const IMAGE_TOKENS = 1_056;
const PIXELS = 1_024 * 1_024;
/** Of speech in the smallest usual form, 32 kbit/s: what is better recorded is shorter than this says. */
const BYTES_A_SECOND = 4_000;

/**
 * What a call may use, before it is made, in each way in which its vendor may bill it: what is reserved of a budget is
 * the dearest of them.
 */
export function expectedUses({ operation, request, requestBytes }: Exchange): readonly Use[] {
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
      return [{ inputTokens: estimateTokens(requestBytes), outputTokens: outputTokensIn(request) }];
  }
}

/** About how many tokens a call may use: as its kind expects, and what is usual where its caller bounds no answer. */
export function expectedTokens(exchange: Exchange): number {
  const [use] = expectedUses(exchange);
  return Math.max(exchange.expectedTokens(), (use?.inputTokens ?? 0) + (use?.outputTokens ?? 0));
}

/** The longest that is asked for, for each of the choices, and no more than is usual. */
function outputTokensIn(request: Exchange['request']): number {
  const { max_tokens: most, max_completion_tokens: completion, max_output_tokens: output, n } = request;
  const bounds = [most, completion, output].flatMap((bound) => countIn(bound) ?? []);
  if (bounds.length === 0) return USUAL_OUTPUT_TOKENS;
  return Math.min(Math.max(...bounds) * (countIn(n) ?? 1), USUAL_OUTPUT_TOKENS);
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
