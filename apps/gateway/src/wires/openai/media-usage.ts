import type { Use } from '@showrunner/models';
import type { Usage } from '@showrunner/providers';
import type { AnswerFacts } from '../../exchange/answer/answer-facts.ts';
import { isMapping, type Mapping } from '../../json/mapping.ts';

/**
 * What OpenAI counts of pictures and sound (its API reference, "Images" and "Audio", 2026-11): tokens by their kind, or
 * seconds.
 *
 * @param output as what the tokens of the answer are billed
 */
export function readMediaUsage(
  usage: unknown,
  output: 'outputTokens' | 'outputImageTokens' | 'outputAudioTokens',
): Pick<AnswerFacts, 'usage' | 'billedAs'> | undefined {
  if (!isMapping(usage)) return undefined;
  if (typeof usage.seconds === 'number') return { usage: undefined, billedAs: [{ inputSeconds: usage.seconds }] };
  if (usage.input_tokens === undefined && usage.output_tokens === undefined) return undefined;
  const input = countOf(usage, 'input_tokens');
  const out = countOf(usage, 'output_tokens');
  const tokens: Usage = { prompt_tokens: input, completion_tokens: out, total_tokens: input + out };
  return { usage: tokens, billedAs: [tokenUse(usage, input, out, output)] };
}

function tokenUse(usage: Mapping, input: number, out: number, output: keyof Use): Use {
  const details = isMapping(usage.input_tokens_details)
    ? usage.input_tokens_details
    : isMapping(usage.input_token_details)
      ? usage.input_token_details
      : {};
  const images = countOf(details, 'image_tokens');
  const audio = countOf(details, 'audio_tokens');
  return {
    inputTokens: Math.max(0, input - images - audio),
    inputImageTokens: images,
    inputAudioTokens: audio,
    [output]: out,
  };
}

function countOf(counts: Mapping, name: string): number {
  const count = counts[name];
  return typeof count === 'number' && Number.isSafeInteger(count) && count > 0 ? count : 0;
}
