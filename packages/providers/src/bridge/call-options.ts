import type {
  LanguageModelV4CallOptions,
  LanguageModelV4FunctionTool,
  LanguageModelV4ToolChoice,
} from '@ai-sdk/provider';
import { isFunctionTool } from '../kit/request/function-tools.ts';
import { refusedRequest } from '../kit/failure/failures.ts';
import { isJsonObject } from '../kit/json.ts';
import { MemberReview } from '../kit/request/member-review.ts';
import { readChatRequest } from '../kit/request/read-chat-request.ts';
import type { Vendor } from '../spec/adapter.ts';
import type { ChatCall, ChatRequest } from '../spec/operations/chat.ts';
import type { BridgeDialect } from './dialect.ts';
import { promptOf } from './prompt.ts';

/** Members that no package takes, with the values that ask for nothing. */
const UNSUPPORTED_EVERYWHERE: Readonly<Record<string, unknown>> = {
  n: 1,
  logprobs: false,
  top_logprobs: 0,
  logit_bias: undefined,
  prediction: undefined,
  audio: undefined,
  functions: undefined,
  function_call: undefined,
};

/** A chat completion as a call of the AI SDK's models. Throws a 400 where it asks for what cannot be done. */
export function callOptions(vendor: Vendor, dialect: BridgeDialect, asked: ChatCall): LanguageModelV4CallOptions {
  const call = { ...asked, request: readChatRequest(vendor, asked.request) };
  const { request } = call;
  const review = new MemberReview(vendor, call);
  const kept = withoutUnsupported(request, dialect, review);
  const providerOptions = dialect.providerOptions?.(call, review);
  const options: LanguageModelV4CallOptions = {
    prompt: promptOf(vendor, dialect, request.messages),
    ...sampling(kept),
    ...toolOptions(vendor, dialect, call),
    responseFormat: responseFormat(request),
    ...(providerOptions && { providerOptions }),
    headers: { ...call.settings.extraHeaders },
  };
  review.conclude();
  return options;
}

/** A copy in which what the vendor does not have is not there. */
function withoutUnsupported(request: ChatRequest, dialect: BridgeDialect, review: MemberReview): ChatRequest {
  const kept = { ...request };
  const unsupported = [
    ...Object.entries(UNSUPPORTED_EVERYWHERE),
    ...dialect.unsupported.map((member) => [member, undefined] as const),
  ];
  for (const [member, harmless] of unsupported) {
    const value = kept[member];
    if (value === undefined || value === null || value === harmless) continue;
    review.leaveOut(member, 'it is not supported');
    kept[member] = undefined;
  }
  return kept;
}

function sampling(request: ChatRequest): Partial<LanguageModelV4CallOptions> {
  const { temperature, top_p, top_k, seed, stop, presence_penalty, frequency_penalty } = request;
  const maxOutputTokens = request.max_completion_tokens ?? request.max_tokens;
  const stopSequences = typeof stop === 'string' ? [stop] : stop;
  return {
    ...(maxOutputTokens !== undefined && { maxOutputTokens }),
    ...(temperature !== undefined && { temperature }),
    ...(top_p !== undefined && { topP: top_p }),
    ...(typeof top_k === 'number' && { topK: top_k }),
    ...(seed !== undefined && { seed }),
    ...(typeof presence_penalty === 'number' && { presencePenalty: presence_penalty }),
    ...(typeof frequency_penalty === 'number' && { frequencyPenalty: frequency_penalty }),
    ...(stopSequences && stopSequences.length > 0 && { stopSequences }),
  };
}

function toolOptions(vendor: Vendor, dialect: BridgeDialect, call: ChatCall): Partial<LanguageModelV4CallOptions> {
  const { tools = [], tool_choice: choice } = call.request;
  const functions = tools.map((tool, index): LanguageModelV4FunctionTool => {
    if (!isFunctionTool(tool)) {
      throw refusedRequest(vendor, `tools[${index}]: ${vendor.title} takes tools of the type function here`, 'tools');
    }
    const { name, description, parameters, strict } = tool.function;
    return {
      type: 'function',
      name,
      inputSchema: isSchema(parameters) ? parameters : { type: 'object', properties: {} },
      ...(typeof description === 'string' && { description }),
      ...(typeof strict === 'boolean' && { strict }),
    };
  });
  const own = dialect.providerTools?.(call) ?? [];
  if (functions.length + own.length === 0) return {};
  const toolChoice = toolChoiceOf(choice);
  return { tools: [...functions, ...own], ...(toolChoice && { toolChoice }) };
}

function toolChoiceOf(choice: ChatRequest['tool_choice']): LanguageModelV4ToolChoice | undefined {
  if (typeof choice === 'object') {
    return choice.function ? { type: 'tool', toolName: choice.function.name } : undefined;
  }
  return choice === 'auto' || choice === 'none' || choice === 'required' ? { type: choice } : undefined;
}

function responseFormat({
  response_format: format,
}: ChatRequest): NonNullable<LanguageModelV4CallOptions['responseFormat']> {
  if (format === undefined || format.type === 'text') return { type: 'text' };
  if (format.type === 'json_object') return { type: 'json' };
  const { name, description, schema } = format.json_schema;
  return {
    type: 'json',
    ...(isSchema(schema) && { schema }),
    ...(typeof name === 'string' && { name }),
    ...(typeof description === 'string' && { description }),
  };
}

/** Schemas are the vendor's to judge; to us any object may be one. */
function isSchema(value: unknown): value is LanguageModelV4FunctionTool['inputSchema'] {
  return isJsonObject(value);
}
