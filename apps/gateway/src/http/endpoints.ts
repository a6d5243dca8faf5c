import type { ModelRequest } from '../exchange/asked/model-request.ts';
import type { Operation } from '../exchange/operation.ts';
import type { Wire } from '../exchange/wire.ts';
import { chat } from '../operations/chat/chat.ts';
import { edits } from '../operations/edits/edits.ts';
import { contents } from '../operations/contents/contents.ts';
import { completions } from '../operations/completions/completions.ts';
import { embeddings } from '../operations/embeddings/embeddings.ts';
import { images } from '../operations/images/images.ts';
import { messages } from '../operations/messages/messages.ts';
import { moderations } from '../operations/moderations/moderations.ts';
import { rerank } from '../operations/rerank/rerank.ts';
import { speech } from '../operations/speech/speech.ts';
import { contentTokens, messageTokens } from '../operations/tokens/tokens.ts';
import { transcriptions } from '../operations/transcriptions/transcriptions.ts';
import { translations } from '../operations/translations/translations.ts';
import { variations } from '../operations/variations/variations.ts';
import type { ResponsesPorts } from '../operations/responses/responses-ports.ts';
import { responsesOf } from '../operations/responses/responses.ts';
import { geminiPaths } from './model-in-path.ts';
import { anthropicMessages } from '../wires/anthropic-messages/wire.ts';
import { anthropicTokenCount } from '../wires/anthropic-token-count/wire.ts';
import { geminiContents, geminiContentStream } from '../wires/gemini-contents/wire.ts';
import { geminiBatchEmbeddings, geminiEmbeddings } from '../wires/gemini-embeddings/wire.ts';
import { geminiTokenCount } from '../wires/gemini-token-count/wire.ts';
import { openAiAudio } from '../wires/openai-audio/wire.ts';
import { openAiChat } from '../wires/openai-chat/wire.ts';
import { openAiEdits, openAiVariations } from '../wires/openai-edits/wire.ts';
import { openAiCompletions } from '../wires/openai-completions/wire.ts';
import { openAiEmbeddings } from '../wires/openai-embeddings/wire.ts';
import { openAiImages } from '../wires/openai-images/wire.ts';
import { openAiModerations } from '../wires/openai-moderations/wire.ts';
import { openAiSpeech } from '../wires/openai-speech/wire.ts';
import { openAiResponses } from '../wires/openai-responses/wire.ts';
import { rerankWire } from '../wires/rerank/wire.ts';

/** Where a kind of call is asked for, and in which wire. */
export interface Endpoint {
  /** For POST, in each spelling. */
  readonly paths: readonly string[];
  /** What its clients write behind a path and nothing here goes by; with it a request takes the fast way as well. */
  readonly queries?: readonly string[];
  /** What a key needs. */
  readonly scope: string;
  readonly operation: Operation;
  readonly wire: Wire;
  /** Requests are forms with files, which are not waited for. */
  readonly isForm?: true;
  /** A path names the model, which stands in it as `{model}`. */
  readonly namesModel?: true;
}

/** Each way to ask for a model's answer: what the fast path, the router and the logs know of them. */
export function endpointsOf({ responses }: EndpointPorts): readonly Endpoint[] {
  return [...statelessEndpoints, endpoint(RESPONSES, 'call:responses', responsesOf(responses), openAiResponses)];
}

/** The one at a path, of those that need nothing of the gateway. Throws where there is none. */
export function endpointOf(path: string): Endpoint {
  const found = statelessEndpoints.find(({ paths }) => paths.includes(path));
  if (!found) throw new Error(`no endpoint is at ${path}`);
  return found;
}

/** What kinds of call need of the gateway beside what each request brings. */
export interface EndpointPorts {
  readonly responses: ResponsesPorts;
}

const RESPONSES = ['/v1/responses', '/responses', '/openai/v1/responses'];

/** Those that need nothing of the gateway. */
const statelessEndpoints: readonly Endpoint[] = [
  endpoint(['/v1/chat/completions', '/chat/completions'], 'call:chat', chat, openAiChat),
  {
    ...endpoint(['/v1/messages', '/messages'], 'call:chat', messages, anthropicMessages),
    queries: ['?beta=true'],
  },
  {
    ...endpoint(
      ['/v1/messages/count_tokens', '/messages/count_tokens'],
      'call:chat',
      messageTokens,
      anthropicTokenCount,
    ),
    queries: ['?beta=true'],
  },
  endpoint(['/v1/completions', '/completions'], 'call:completions', completions, openAiCompletions),
  endpoint(['/v1/embeddings', '/embeddings'], 'call:embeddings', embeddings, openAiEmbeddings),
  endpoint(['/v1/moderations', '/moderations'], 'call:moderations', moderations, openAiModerations),
  endpoint(['/rerank', '/v1/rerank', '/v2/rerank'], 'call:rerank', rerank, rerankWire),
  endpoint(['/v1/images/generations', '/images/generations'], 'call:images', images, openAiImages),
  endpoint(['/v1/audio/speech', '/audio/speech'], 'call:speech', speech, openAiSpeech),
  ...[
    endpoint(['/v1/images/edits', '/images/edits'], 'call:images', edits, openAiEdits),
    endpoint(['/v1/images/variations', '/images/variations'], 'call:images', variations, openAiVariations),
    endpoint(['/v1/audio/transcriptions', '/audio/transcriptions'], 'call:audio', transcriptions, openAiAudio),
    endpoint(['/v1/audio/translations', '/audio/translations'], 'call:audio', translations, openAiAudio),
  ].map((one) => ({ ...one, isForm: true }) as const),
  ...[
    endpoint(geminiPaths('generateContent'), 'call:chat', contents, geminiContents),
    endpoint(geminiPaths('streamGenerateContent'), 'call:chat', contents, geminiContentStream),
    endpoint(geminiPaths('countTokens'), 'call:chat', contentTokens, geminiTokenCount),
    endpoint(geminiPaths('embedContent'), 'call:embeddings', embeddings, geminiEmbeddings),
    endpoint(geminiPaths('batchEmbedContents'), 'call:embeddings', embeddings, geminiBatchEmbeddings),
  ].map((one) => ({ ...one, namesModel: true }) as const),
];

/** All their paths. */
export const endpointPaths: readonly string[] = [...statelessEndpoints.flatMap(({ paths }) => paths), ...RESPONSES];

/** An operation is asked for in a wire that speaks it. */
function endpoint<Request extends ModelRequest, SpokenBy extends Wire<Request>>(
  paths: readonly string[],
  scope: string,
  operation: Operation<Request, SpokenBy>,
  wire: SpokenBy,
): Endpoint {
  return { paths, scope, operation, wire };
}
