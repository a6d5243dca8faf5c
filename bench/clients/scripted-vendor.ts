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
}

const CITY = { city: 'Wien' };

/**
 * A vendor of both wires that does what it is asked for: calls the first tool it is given, until it has the result;
 * writes JSON where JSON is asked for; says `Hello` else. Under `/limited` it is asked too much.
 */
export function startVendor(): Promise<ScriptedUpstream> {
  return startScriptedUpstream((request) => {
    const isAnthropic = request.path.includes('/messages');
    if (request.path.startsWith('/limited')) {
      const json = isAnthropic ? anthropicError('rate_limit_error', 'slow') : openAiError('slow', 'rate_limit_error');
      return { status: 429, json, headers: { 'retry-after': '3' } };
    }
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

function toolToCall({ tools = [], messages = [] }: Asked): string | undefined {
  const last = messages.at(-1);
  const hasResult = last?.role === 'tool' || JSON.stringify(last?.content ?? '').includes('tool_result');
  const [first] = tools;
  return hasResult ? undefined : (first?.function?.name ?? first?.name);
}

/** JSON in whatever way it is asked for: a format of the API, or words of the client's. */
function textOf(asked: Asked): string {
  return /json_schema|json_object|output_format|JSON/.test(JSON.stringify(asked)) ? JSON.stringify(CITY) : 'Hello';
}
