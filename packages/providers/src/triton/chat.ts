import { refusedRequest } from '../kit/failure/failures.ts';
import { asObject, asString, type JsonObject } from '../kit/json.ts';
import { addressOf, openAiHeaders } from '../openai-wire/openai-vendor.ts';
import type { ChatCall } from '../spec/operations/chat.ts';
import { textChat } from '../text-wire/text-chat.ts';
import type { TextPiece } from '../text-wire/text-piece.ts';
import type { TextRequest } from '../text-wire/text-request.ts';
import { outputOf, tensor } from './tensors.ts';
import { modelUrl, vendor } from './vendor.ts';

/** LiteLLM's, where nobody says one (1.108.7: `DEFAULT_MAX_TOKENS_FOR_TRITON`): Triton's own is 16. */
const LONGEST_ANSWER = 2000;

/** Chat by `generate`, and by `infer` where the address says that. */
export const chat = textChat(vendor, {
  url(call, { isStream }) {
    const url = urlOf(call);
    if (!isStream) return url;
    if (url.endsWith('/generate')) return `${url}_stream`;
    throw refusedRequest(vendor, 'stream: Triton streams by generate alone; end api_base with /generate', 'stream');
  },
  headers: (call) => openAiHeaders(vendor, call),
  body: (call, request) => (urlOf(call).endsWith('/infer') ? inferBody(request) : generateBody(request)),
  whole(answer) {
    const said = asObject(answer);
    return said && (pieceOf(said) ?? inferred(said));
  },
  piece: pieceOf,
  saysItsEnd: false,
});

function urlOf(call: ChatCall): string {
  return modelUrl(addressOf(vendor, call), call.model, 'generate');
}

function generateBody({ prompt, parameters, isStream }: TextRequest): JsonObject {
  return { text_input: prompt, parameters: { max_tokens: LONGEST_ANSWER, ...parameters }, stream: isStream };
}

function inferBody({ prompt, parameters }: TextRequest): JsonObject {
  const named = Object.entries({ max_tokens: LONGEST_ANSWER, ...parameters });
  return { inputs: [tensor('text_input', [prompt]), ...named.map(([name, value]) => tensor(name, [value].flat()))] };
}

function pieceOf({ text_output: output, is_finished: isFinished }: JsonObject): TextPiece | undefined {
  const text = Array.isArray(output) ? output.join('') : asString(output);
  return text === undefined ? undefined : { text, ...(isFinished === true && { finishReason: 'stop' }) };
}

function inferred(answer: JsonObject): TextPiece | undefined {
  const data = outputOf(answer, 'text_output')?.data;
  return Array.isArray(data) && data.every((one) => typeof one === 'string') ? { text: data.join('') } : undefined;
}
