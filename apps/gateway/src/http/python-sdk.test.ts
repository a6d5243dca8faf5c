import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import {
  anthropicEvents,
  anthropicMessage,
  openAiChunks,
  openAiCompletion,
  openAiError,
  requireTool,
  startScriptedUpstream,
  testPython,
} from '@showrunner/testkit';
import { describe, expect, test } from 'vitest';
import { MASTER_KEY, openAiModel, startGateway } from '../testing/start-gateway.ts';

/** What each program starts with: a client, and the two ways to ask, each printing what a caller would read. */
const beginning = `
import json, sys
from openai import OpenAI, RateLimitError
client = OpenAI(base_url=sys.argv[1], api_key=sys.argv[2], max_retries=0)
ask = dict(messages=[{"role": "user", "content": "hi"}])
tools = [{"type": "function", "function": {"name": "weather", "parameters": {"type": "object", "properties": {"city": {"type": "string"}}}}}]

def show(calls):
    print(*(f"{call['id']} {call['name']} {json.loads(call['arguments'])}" for call in calls), sep=", ")

def plain(model, **more):
    message = client.chat.completions.create(model=model, **ask, **more).choices[0].message
    if message.tool_calls:
        show([dict(id=c.id, name=c.function.name, arguments=c.function.arguments) for c in message.tool_calls])
    else:
        print(message.content)

def streamed(model, **more):
    text, calls = "", []
    for chunk in client.chat.completions.create(model=model, stream=True, **ask, **more):
        delta = chunk.choices[0].delta
        text += delta.content or ""
        for part in delta.tool_calls or []:
            if part.id:
                calls.append(dict(id=part.id, name=part.function.name, arguments=""))
            calls[part.index]["arguments"] += part.function.arguments or ""
    show(calls) if calls else print(text)
`;

async function runPython(gatewayUrl: string, program: string): Promise<string[]> {
  const { stdout } = await promisify(execFile)(
    testPython(),
    ['-c', beginning + program, `${gatewayUrl}/v1`, MASTER_KEY],
    { env: { ...process.env, PYTHONIOENCODING: 'utf-8' } },
  );
  return stdout.trim().split('\n');
}

const asksForStream = (body: unknown): boolean => (body as { stream?: boolean }).stream === true;
const asksForTools = (body: unknown): boolean => (body as { tools?: unknown }).tools !== undefined;

describe('the Python SDK', requireTool('python-sdks'), () => {
  test('chats, streams and maps errors', async () => {
    await using upstream = await startScriptedUpstream(({ body }) =>
      asksForStream(body) ? { sse: openAiChunks('ströme') } : { json: openAiCompletion({ text: 'wörter' }) },
    );
    await using limited = await startScriptedUpstream([
      { status: 429, headers: { 'retry-after': '9' }, json: openAiError('slow down') },
    ]);
    await using gateway = await startGateway({
      model_list: [openAiModel('m', upstream.url), openAiModel('limited', limited.url, { num_retries: 0 })],
    });
    const lines = await runPython(
      gateway.url,
      `
plain("m")
streamed("m")
try:
    plain("limited")
except RateLimitError as error:
    print(error.code, error.response.headers["retry-after"])
`,
    );
    expect(lines).toEqual(['wörter', 'ströme', '429 9']);
  });

  test('calls tools of an OpenAI upstream, plain and streamed', async () => {
    const toolCalls = [{ id: 'call_1', name: 'weather', arguments: '{"city":"Wien"}' }];
    await using upstream = await startScriptedUpstream(({ body }) =>
      asksForStream(body)
        ? { sse: openAiChunks('', { toolCalls, finishReason: 'tool_calls' }) }
        : { json: openAiCompletion({ text: null, toolCalls, finishReason: 'tool_calls' }) },
    );
    await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)] });
    const lines = await runPython(gateway.url, 'plain("m", tools=tools)\nstreamed("m", tools=tools)');
    expect(lines).toEqual(["call_1 weather {'city': 'Wien'}", "call_1 weather {'city': 'Wien'}"]);
  });

  test('chats, streams and calls tools with an Anthropic upstream', async () => {
    const toolUses = [
      { id: 'toolu_1', name: 'weather', input: { city: 'Wien' } },
      { id: 'toolu_2', name: 'weather', input: { city: 'Graz' } },
    ];
    await using upstream = await startScriptedUpstream(({ body }) => {
      const answer = asksForTools(body)
        ? ({ text: '', toolUses, stopReason: 'tool_use' } as const)
        : { text: 'Grüß Gott' };
      return asksForStream(body) ? { sse: anthropicEvents(answer.text, answer) } : { json: anthropicMessage(answer) };
    });
    const params = { model: 'anthropic/claude-opus-4-8', api_key: 'sk-ant', api_base: upstream.url };
    await using gateway = await startGateway({ model_list: [{ model_name: 'claude', litellm_params: params }] });
    const lines = await runPython(
      gateway.url,
      'plain("claude")\nstreamed("claude")\nplain("claude", tools=tools)\nstreamed("claude", tools=tools)',
    );
    const calls = "toolu_1 weather {'city': 'Wien'}, toolu_2 weather {'city': 'Graz'}";
    expect(lines).toEqual(['Grüß Gott', 'Grüß Gott', calls, calls]);
  });
});
