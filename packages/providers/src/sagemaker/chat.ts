import { asObject, asString, type JsonObject } from '../kit/json.ts';
import { openAiHeaders, openAiUrl } from '../openai-wire/openai-vendor.ts';
import type { FinishReason } from '../spec/operations/chat.ts';
import { textChat } from '../text-wire/text-chat.ts';
import type { TextPiece } from '../text-wire/text-piece.ts';
import { renamedMembers, type TextRequest } from '../text-wire/text-request.ts';
import { vendor } from './vendor.ts';

/** Text Generation Inference takes none that is not above 0; LiteLLM sends this in place of 0 (1.108.7). */
const COLDEST = 0.01;

/**
 * Chat by the wire of Hugging Face's Text Generation Inference ("generate" and "generate_stream", 2026-11), which the
 * containers of SageMaker's JumpStart took over.
 */
export const chat = textChat(vendor, {
  url: (call) => openAiUrl(vendor, '/generate', call),
  headers: (call) => openAiHeaders(vendor, call),
  body: (_call, request) => ({
    inputs: request.prompt,
    parameters: parametersOf(request),
    ...(request.isStream && { stream: true }),
  }),
  whole: (answer) => generated(asObject(Array.isArray(answer) ? answer[0] : answer)),
  piece: (event) => tokenOf(event) ?? generated(event),
  saysItsEnd: true,
});

function parametersOf({ parameters }: TextRequest): JsonObject {
  const named = renamedMembers(parameters, { max_tokens: 'max_new_tokens' });
  if (named.temperature === 0) named.temperature = COLDEST;
  if (typeof named.stop === 'string') named.stop = [named.stop];
  return { return_full_text: false, ...named };
}

/** A text that is there whole, under the name that the container gives it. */
function generated(said: JsonObject | undefined): TextPiece | undefined {
  const text = asString(said?.generated_text) ?? asString(said?.generation);
  return text === undefined ? undefined : { text, finishReason: reasonIn(said?.details) };
}

/** A token of a stream; the last one has the whole text beside it. */
function tokenOf({ token, generated_text: whole, details }: JsonObject): TextPiece | undefined {
  const said = asObject(token);
  if (!said) return undefined;
  const text = said.special === true ? '' : (asString(said.text) ?? '');
  return typeof whole === 'string' ? { text, finishReason: reasonIn(details) } : { text };
}

function reasonIn(details: unknown): FinishReason {
  return asObject(details)?.finish_reason === 'length' ? 'length' : 'stop';
}
