import type { ChatCall, ChatRequest, ResponseFormat } from '../../spec/operations/chat.ts';
import { refusedRequest } from '../../kit/failure/failures.ts';
import { readChatRequest } from '../../kit/request/read-chat-request.ts';
import { demandedFunction, isFunctionTool } from '../../kit/request/function-tools.ts';
import { MemberReview } from '../../kit/request/member-review.ts';
import type { AnswerFormat, Generation, ModelMessage } from '../child/messages.ts';
import { identity } from '../identity.ts';
import { readForcedTools, type ForcedTools } from './forced-tools.ts';
import { SchemaError, toGrammarSchema } from './grammar-schema.ts';
import { NotTextError, toModelMessage } from './message-text.ts';

export interface ReadGeneration {
  generation: Generation;
  /** Set where the answer is to be read as a function call. */
  tools: ForcedTools | undefined;
}

/** Where the request names none; enough for any one generation, and an end to a model that would ramble on for minutes. */
const DEFAULT_MAX_TOKENS = 2048;
/** Measured: without it, small models repeat a sentence until they are cut; 1.1 ends that and leaves grammar alone. */
const DEFAULT_REPEAT_PENALTY = 1.1;
const DEFAULT_TEMPERATURE = 0.7;

/** What asks for East Asian writing: such letters, or a language or script that has them, by name. */
const eastAsian =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|\b(chinese|mandarin|cantonese|japanese|korean|kanji|hiragana|katakana|hangul|chinesisch|japanisch|koreanisch|chino|japonés|coreano|chinois|japonais|coréen)|\blanguage\W+(zh|ja|ko)\b/iu;

const unsupportedMembers: Readonly<Record<string, string>> = {
  logprobs: 'no log probabilities are given',
  top_logprobs: 'no log probabilities are given',
  logit_bias: 'tokens cannot be biased',
  presence_penalty: 'repeat_penalty takes its place',
  frequency_penalty: 'repeat_penalty takes its place',
  reasoning_effort: 'the model does not reason apart from its answer',
  audio: 'the model writes text alone',
};

/** Reads a request into one generation with every setting decided; throws a 400 for what cannot be done. */
export function readGeneration(asked: ChatCall): ReadGeneration {
  const call = { ...asked, request: readChatRequest(identity, asked.request) };
  const { request } = call;
  reviewMembers(call);
  return refuseWhatCannotBe(() => {
    const tools = readForcedTools(request);
    const messages = request.messages.map(toModelMessage);
    return {
      tools,
      generation: {
        messages: tools ? withInstruction(messages, tools.instruction) : messages,
        allowsEastAsian: messages.some(({ text }) => eastAsian.test(text)),
        format: tools ? { kind: 'schema', schema: tools.schema } : readFormat(request.response_format),
        maxTokens: request.max_completion_tokens ?? request.max_tokens ?? DEFAULT_MAX_TOKENS,
        temperature: request.temperature ?? DEFAULT_TEMPERATURE,
        topP: request.top_p ?? 1,
        seed: request.seed,
        stop: [request.stop ?? []].flat().filter((stop) => stop !== ''),
        repeatPenalty: readRepeatPenalty(call),
      },
    };
  });
}

function reviewMembers(call: ChatCall): void {
  const review = new MemberReview(identity, call);
  const { request } = call;
  for (const [member, reason] of Object.entries(unsupportedMembers)) {
    if (isAsked(request[member])) review.leaveOut(member, reason);
  }
  if ((request.n ?? 1) > 1) review.leaveOut('n', 'one answer is written at a time');
  if (offersTools(request)) {
    review.leaveOut('tools', 'it calls a function only where tool_choice demands one, because it does not choose well');
  }
  if (!(request.tools ?? []).every(isFunctionTool)) review.leaveOut('tools', 'it calls functions alone');
  review.conclude();
}

function isAsked(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && value !== 0;
}

/** Whether the choice to call is the model's. */
function offersTools(request: ChatRequest): boolean {
  if (!request.tools?.length || request.tool_choice === 'none') return false;
  return request.tool_choice !== 'required' && demandedFunction(request) === undefined;
}

function readFormat(format: ResponseFormat | undefined): AnswerFormat {
  if (format?.type === 'json_object') return { kind: 'json' };
  if (format?.type !== 'json_schema') return { kind: 'text' };
  const { schema } = format.json_schema;
  return schema ? { kind: 'schema', schema: toGrammarSchema(schema) } : { kind: 'json' };
}

/** `repeat_penalty` as Ollama and llama.cpp name it: in the request, else in the deployment. */
function readRepeatPenalty({ request, settings }: ChatCall): number {
  const named = request.repeat_penalty ?? settings.options?.repeat_penalty;
  if (named === undefined) return DEFAULT_REPEAT_PENALTY;
  if (typeof named === 'number' && named >= 1 && named <= 2) return named;
  throw refusedRequest(identity, 'repeat_penalty is a number from 1 (none) to 2.', 'repeat_penalty');
}

/** The instruction goes last, next to the request, where a small model heeds it. */
function withInstruction(messages: ModelMessage[], instruction: string): ModelMessage[] {
  const last = messages.at(-1);
  if (last?.role !== 'user') return [...messages, { role: 'user', text: instruction }];
  return [...messages.slice(0, -1), { role: 'user', text: `${last.text}\n\n${instruction}` }];
}

function refuseWhatCannotBe<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof SchemaError)
      throw refusedRequest(identity, `${identity.title}: ${error.message}.`, 'response_format');
    if (error instanceof NotTextError)
      throw refusedRequest(identity, `${identity.title}: ${error.message}.`, 'messages');
    throw error;
  }
}
