import {
  anthropicError,
  anthropicEvents,
  anthropicMessage,
  openAiChunks,
  openAiCompletion,
  openAiError,
  startScriptedUpstream,
  type Behaviour,
  type RecordedRequest,
  type ScriptedUpstream,
} from '@showrunner/testkit';

interface Asked {
  readonly stream?: boolean;
  readonly tools?: readonly { readonly name?: string; readonly function?: { readonly name?: string } }[];
  readonly tool_choice?: unknown;
  readonly messages?: readonly { readonly role?: string; readonly content?: unknown }[];
  /** Of a response, in the place of messages. */
  readonly input?: unknown;
}

const CITY = { city: 'Wien' };

/**
 * A vendor of OpenAI's wires and Anthropic's that does what it is asked for: calls the first tool it is given, until it has the result;
 * writes JSON where JSON is asked for; says `Hello` else. Under `/limited` it is asked too much.
 */
export function startVendor(): Promise<ScriptedUpstream> {
  return startScriptedUpstream((request) => {
    const isAnthropic = request.path.includes('/messages');
    if (request.path.startsWith('/limited')) {
      const json = isAnthropic ? anthropicError('rate_limit_error', 'slow') : openAiError('slow', 'rate_limit_error');
      return { status: 429, json, headers: { 'retry-after': '3' } };
    }
    if (request.path.includes('/responses')) return inResponses(request);
    return isAnthropic ? inAnthropicWire(request) : inOpenAiWire(request);
  });
}

function inOpenAiWire({ body }: RecordedRequest): Behaviour {
  const asked = body as Asked;
  const tool = toolToCall(asked);
  const toolCalls = tool === undefined ? undefined : [{ id: 'call_1', name: tool, arguments: JSON.stringify(CITY) }];
  const options = toolCalls ? { toolCalls } : {};
  const text = textOf(asked);
  if (asked.stream === true) return { sse: openAiChunks(toolCalls ? '' : text, options) };
  return { json: openAiCompletion({ text, ...options }) };
}

function inAnthropicWire({ body }: RecordedRequest): Behaviour {
  const asked = body as Asked;
  const tool = toolToCall(asked);
  const options = tool === undefined ? {} : { toolUses: [{ id: 'toolu_1', name: tool, input: CITY }] };
  const text = tool === undefined ? textOf(asked) : '';
  return asked.stream === true
    ? { sse: anthropicEvents(text, options) }
    : { json: anthropicMessage({ text, ...options }) };
}

function inResponses({ body }: RecordedRequest): Behaviour {
  const asked = body as Asked;
  const tool = toolToCall(asked);
  const text = textOf(asked);
  const item =
    tool === undefined
      ? {
          type: 'message',
          id: 'msg_1',
          role: 'assistant',
          status: 'completed',
          content: [{ type: 'output_text', text, annotations: [] }],
        }
      : {
          type: 'function_call',
          id: 'fc_1',
          call_id: 'call_1',
          name: tool,
          arguments: JSON.stringify(CITY),
          status: 'completed',
        };
  const usage = { input_tokens: 9, output_tokens: 12, total_tokens: 21 };
  const response = { id: 'resp_1', object: 'response', created_at: 1, model: 'gpt-test', error: null };
  const whole = { ...response, status: 'completed', output: [item], usage };
  if (asked.stream !== true) return { json: whole };
  const at = { item_id: item.id, output_index: 0 };
  const said =
    tool === undefined
      ? { type: 'response.output_text.delta', content_index: 0, delta: text }
      : { type: 'response.function_call_arguments.delta', delta: JSON.stringify(CITY) };
  const begun = tool === undefined ? { ...item, content: [] } : { ...item, arguments: '' };
  const events = [
    { type: 'response.created', response: { ...response, status: 'in_progress', output: [] } },
    { type: 'response.output_item.added', output_index: 0, item: { ...begun, status: 'in_progress' } },
    { ...at, ...said },
    { type: 'response.output_item.done', output_index: 0, item },
    { type: 'response.completed', response: whole },
  ];
  return { sse: events.map((data, number) => ({ event: data.type, data: { ...data, sequence_number: number } })) };
}

function toolToCall({ tools = [], messages = [], input }: Asked): string | undefined {
  const last = messages.at(-1);
  const hasResult =
    last?.role === 'tool' || /tool_result|function_call_output/.test(JSON.stringify([last?.content, input]));
  const [first] = tools;
  return hasResult ? undefined : (first?.function?.name ?? first?.name);
}

/** JSON in whatever way it is asked for: a format of the API, or words of the client's. */
function textOf(asked: Asked): string {
  return /json_schema|json_object|output_format|JSON/.test(JSON.stringify(asked)) ? JSON.stringify(CITY) : 'Hello';
}
