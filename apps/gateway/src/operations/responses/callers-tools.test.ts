import { openAiChunks, openAiCompletion, startScriptedUpstream, type Behaviour } from '@showrunner/testkit';
import type OpenAI from 'openai';
import { expect, onTestFinished, test } from 'vitest';
import { startGateway } from '../../testing/start-gateway.ts';

type Tool = OpenAI.Responses.Tool;

const PATCH = '*** Begin Patch\n*** Update File: a.ts\n-"eins"\n+"zwei 🙂 \\n"\n*** End Patch';

/** As Codex declares it (`codex-rs/core`, 2026). */
const patchTool: Tool = {
  type: 'custom',
  name: 'apply_patch',
  description: 'Edits files.',
  format: { type: 'grammar', syntax: 'lark', definition: 'start: begin_patch hunk+ end_patch' },
};
const localShell: Tool = { type: 'local_shell' };

async function gatewayOn(...script: readonly [Behaviour, ...Behaviour[]]) {
  const upstream = await startScriptedUpstream(script);
  const model = (name: string, drops: boolean): object => ({
    model_name: name,
    litellm_params: { model: 'groq/llama', api_key: 'k', api_base: `${upstream.url}/v1`, drop_params: drops },
  });
  const gateway = await startGateway({ model_list: [model('m', false), model('dropping', true)] });
  onTestFinished(async () => {
    await gateway.stop();
    await upstream.close();
  });
  const sent = (index = 0) => upstream.requests[index]?.body as Record<string, never>;
  return { gateway, openai: gateway.openai, upstream, sent };
}

function calls(...called: [name: string, given: unknown][]): Behaviour {
  const toolCalls = called.map(([name, given], index) => ({
    id: `call_${index}`,
    name,
    arguments: typeof given === 'string' ? given : JSON.stringify(given),
  }));
  return { json: openAiCompletion({ toolCalls }) };
}

test('a custom tool is a function to a model for chat, and its call the caller’s own again', async () => {
  const { openai, sent } = await gatewayOn(calls(['apply_patch', { input: PATCH }]), { json: openAiCompletion() });
  const tools: Tool[] = [patchTool];
  const first = await openai.responses.create({
    model: 'm',
    input: 'Fix it',
    tools,
    tool_choice: { type: 'custom', name: 'apply_patch' },
  });
  expect(sent()).toMatchObject({
    tools: [
      {
        type: 'function',
        function: {
          name: 'apply_patch',
          description: 'Edits files.\n\nThe input follows this lark grammar:\nstart: begin_patch hunk+ end_patch',
          parameters: {
            type: 'object',
            properties: { input: { type: 'string' } },
            required: ['input'],
            additionalProperties: false,
          },
        },
      },
    ],
    tool_choice: { type: 'function', function: { name: 'apply_patch' } },
  });
  expect(first.output).toEqual([
    {
      id: expect.stringMatching(/^ctc_/) as string,
      type: 'custom_tool_call',
      status: 'completed',
      call_id: 'call_0',
      name: 'apply_patch',
      input: PATCH,
    },
  ]);
  expect(first.tools).toEqual(tools);
  const result = { type: 'custom_tool_call_output' as const, call_id: 'call_0', output: 'Done' };
  await openai.responses.create({ model: 'm', input: [result], previous_response_id: first.id, tools });
  expect(sent(1).messages).toMatchObject([
    { role: 'user' },
    {
      role: 'assistant',
      tool_calls: [{ id: 'call_0', function: { name: 'apply_patch', arguments: JSON.stringify({ input: PATCH }) } }],
    },
    { role: 'tool', tool_call_id: 'call_0', content: 'Done' },
  ]);
});

test.each([1, 3, 7, 1000])('its text streams while the model writes it, %i characters at a time', async (pieces) => {
  const toolCalls = [
    {
      id: 'call_a',
      name: 'apply_patch',
      arguments: `{ "input" : ${JSON.stringify(PATCH).replace('🙂', '\\ud83d\\ude42')} }`,
    },
    { id: 'call_b', name: 'shell', arguments: '{"command":["ls"]}' },
    { id: 'call_c', name: 'local_shell', arguments: '{"command":["pwd"]}' },
  ];
  const { openai } = await gatewayOn({ sse: openAiChunks('', { toolCalls, charactersPerChunk: pieces }) });
  // Codex' own function beside OpenAI's tools.
  const shell: Tool = { type: 'function', name: 'shell', parameters: { type: 'object' }, strict: false };
  const stream = openai.responses.stream({ model: 'm', input: 'a', tools: [patchTool, shell, localShell] });
  const events: OpenAI.Responses.ResponseStreamEvent[] = [];
  for await (const event of stream) events.push(event);
  const deltas = events.filter((event) => event.type === 'response.custom_tool_call_input.delta');
  expect(deltas.map(({ delta }) => delta).join('')).toBe(PATCH);
  expect(deltas.length > 3).toBe(pieces < 10);
  expect(events.filter(({ type }) => type === 'response.custom_tool_call_input.done')).toMatchObject([
    { input: PATCH, output_index: 0 },
  ]);
  expect((await stream.finalResponse()).output).toMatchObject([
    { type: 'custom_tool_call', call_id: 'call_a', input: PATCH, status: 'completed' },
    { type: 'function_call', call_id: 'call_b', name: 'shell', arguments: '{"command":["ls"]}' },
    { type: 'local_shell_call', call_id: 'call_c', action: { type: 'exec', command: ['pwd'] }, status: 'completed' },
  ]);
  const done = events.filter(({ type }) => type === 'response.output_item.done');
  expect(done).toMatchObject([{ output_index: 0 }, { output_index: 1 }, { output_index: 2 }]);
});

test.each([
  ['the text without its wrapping', PATCH, PATCH],
  ['one member of another name', JSON.stringify({ patch: PATCH }), PATCH],
  ['several members', '{"a":"x","b":"y"}', '{"a":"x","b":"y"}'],
  ['a text among other members', JSON.stringify({ note: 1, input: 'x' }), 'x'],
  ['half a character', '{"input":"a\\ud83d b"}', 'a\ud83d b'],
  ['nothing', '', ''],
])('a model that writes %s is understood, whole and in a stream', async (_, given, input) => {
  const toolCalls = [{ id: 'call_a', name: 'apply_patch', arguments: given }];
  const { openai } = await gatewayOn(calls(['apply_patch', given]), {
    sse: openAiChunks('', { toolCalls, charactersPerChunk: 2 }),
  });
  const question = { model: 'm', input: 'a', tools: [patchTool], store: false };
  expect((await openai.responses.create(question)).output).toMatchObject([{ type: 'custom_tool_call', input }]);
  const streamed = await openai.responses.stream(question).finalResponse();
  expect(streamed.output).toMatchObject([{ type: 'custom_tool_call', input }]);
});

test('a call that the length cut is incomplete, with what there was', async () => {
  const cut = { id: 'call_a', name: 'apply_patch', arguments: '{"input":"*** Begin\\nhal' };
  const { openai } = await gatewayOn({ json: openAiCompletion({ toolCalls: [cut], finishReason: 'length' }) });
  const response = await openai.responses.create({ model: 'm', input: 'a', tools: [patchTool] });
  expect(response).toMatchObject({
    status: 'incomplete',
    output: [{ type: 'custom_tool_call', status: 'incomplete', input: '*** Begin\nhal' }],
  });
});

test('commands for the caller’s shell are asked for, run by the caller, and their output is read', async () => {
  const { openai, sent } = await gatewayOn(
    calls(
      ['local_shell', { command: ['bash', '-lc', 'ls'], working_directory: '/w', timeout_ms: 500 }],
      ['local_shell', { command: 'ls -la' }],
      ['local_shell', { run: 'ls' }],
    ),
    { json: openAiCompletion() },
  );
  const first = await openai.responses.create({ model: 'm', input: 'List', tools: [localShell], store: false });
  expect(sent().tools).toMatchObject([{ type: 'function', function: { name: 'local_shell' } }]);
  const nothing = { env: {}, timeout_ms: null, user: null, working_directory: null };
  const exec = { type: 'exec', ...nothing };
  expect(first.output).toMatchObject([
    {
      type: 'local_shell_call',
      call_id: 'call_0',
      status: 'completed',
      action: { ...exec, command: ['bash', '-lc', 'ls'], working_directory: '/w', timeout_ms: 500 },
    },
    { type: 'local_shell_call', action: { ...exec, command: ['bash', '-lc', 'ls -la'] } },
    { type: 'local_shell_call', status: 'incomplete', action: { ...exec, command: [] } },
  ]);
  const results = [
    // Codex answers with a function's result, OpenAI's guide with the tool's own.
    { type: 'function_call_output', call_id: 'call_0', output: 'a.ts' },
    { type: 'local_shell_call_output', id: 'call_1', output: '{"stdout":"b"}' },
    { type: 'local_shell_call_output', call_id: 'call_2', output: 'no command' },
  ];
  const input = [{ role: 'user', content: 'List' }, ...first.output, ...results] as never;
  await openai.responses.create({ model: 'm', input, tools: [localShell], store: false });
  expect(sent(1).messages).toMatchObject([
    { role: 'user' },
    {
      role: 'assistant',
      tool_calls: [
        {
          id: 'call_0',
          function: {
            name: 'local_shell',
            arguments: '{"command":["bash","-lc","ls"],"working_directory":"/w","timeout_ms":500,"env":{}}',
          },
        },
        { id: 'call_1' },
        { id: 'call_2' },
      ],
    },
    { role: 'tool', tool_call_id: 'call_0', content: 'a.ts' },
    { role: 'tool', tool_call_id: 'call_1', content: '{"stdout":"b"}' },
    { role: 'tool', tool_call_id: 'call_2', content: 'no command' },
  ]);
});

test('shells and patches of OpenAI’s newer kind go both ways as well', async () => {
  const diff = '@@ def fib\n-1\n+2';
  const { openai, sent } = await gatewayOn(
    calls(
      ['shell', { commands: ['ls', 'pwd'], timeout_ms: 9 }],
      ['apply_patch', { type: 'update_file', path: 'a.py', diff }],
      ['apply_patch', { type: 'delete_file', path: 'b.py' }],
    ),
    { json: openAiCompletion() },
  );
  const tools: Tool[] = [{ type: 'shell', environment: { type: 'local' } }, { type: 'apply_patch' }];
  const asked = { model: 'm', tools, store: false };
  const first = await openai.responses.create({ ...asked, input: 'a', tool_choice: { type: 'apply_patch' } });
  expect(sent().tool_choice).toEqual({ type: 'function', function: { name: 'apply_patch' } });
  expect(first.output).toMatchObject([
    {
      type: 'shell_call',
      action: { commands: ['ls', 'pwd'], timeout_ms: 9, max_output_length: null },
      environment: { type: 'local' },
    },
    { type: 'apply_patch_call', operation: { type: 'update_file', path: 'a.py', diff } },
    { type: 'apply_patch_call', operation: { type: 'delete_file', path: 'b.py' } },
  ]);
  const outputs = [{ stdout: 'a', stderr: '', outcome: { type: 'exit', exit_code: 0 } }];
  const results = [
    { type: 'shell_call_output', call_id: 'call_0', output: outputs },
    { type: 'apply_patch_call_output', call_id: 'call_1', status: 'completed' },
    { type: 'apply_patch_call_output', call_id: 'call_2', status: 'failed', output: 'no such file' },
  ];
  await openai.responses.create({ ...asked, input: [...first.output, ...results] as never });
  expect(sent(1).messages).toMatchObject([
    { role: 'assistant', tool_calls: [{}, {}, { function: { arguments: '{"type":"delete_file","path":"b.py"}' } }] },
    { role: 'tool', content: JSON.stringify(outputs) },
    { role: 'tool', content: '{"status":"completed"}' },
    { role: 'tool', content: '{"status":"failed","output":"no such file"}' },
  ]);
});

test('tools in a namespace are called by both names, and keep them', async () => {
  const { openai, sent } = await gatewayOn(calls(['crm__find', '{"q":1}'], ['crm__note', { input: 'hi' }]), {
    json: openAiCompletion(),
  });
  const tools: Tool[] = [
    {
      type: 'namespace',
      name: 'crm',
      description: 'Customers',
      tools: [
        { type: 'function', name: 'find', parameters: { type: 'object' } },
        { type: 'custom', name: 'note' },
      ],
    },
    { type: 'function', name: 'find', parameters: { type: 'object' }, strict: false },
  ];
  const first = await openai.responses.create({ model: 'm', input: 'a', tools, store: false });
  expect(sent().tools).toMatchObject([
    { function: { name: 'crm__find' } },
    { function: { name: 'crm__note' } },
    { function: { name: 'find' } },
  ]);
  expect(first.output).toMatchObject([
    { type: 'function_call', name: 'find', namespace: 'crm', arguments: '{"q":1}' },
    { type: 'custom_tool_call', name: 'note', namespace: 'crm', input: 'hi' },
  ]);
  await openai.responses.create({ model: 'm', input: first.output as never, tools, store: false });
  expect(sent(1).messages).toMatchObject([
    { tool_calls: [{ function: { name: 'crm__find' } }, { function: { name: 'crm__note' } }] },
  ]);
});

test('of allowed tools, the others are not there', async () => {
  const { openai, sent } = await gatewayOn({ json: openAiCompletion() });
  const tool_choice = {
    type: 'allowed_tools' as const,
    mode: 'required' as const,
    tools: [{ type: 'custom', name: 'apply_patch' }],
  };
  await openai.responses.create({ model: 'm', input: 'a', tools: [patchTool, localShell], tool_choice });
  expect(sent()).toMatchObject({ tools: [{ function: { name: 'apply_patch' } }], tool_choice: 'required' });
  expect(sent().tools).toHaveLength(1);
});

test('what OpenAI alone runs is refused by its name, and left out where the deployment drops', async () => {
  const { gateway, upstream, sent } = await gatewayOn({ json: openAiCompletion() });
  const container = { type: 'shell', environment: { type: 'container_auto' } };
  const refused: [object[], string][] = [
    [[patchTool, { type: 'web_search' }], 'tools[1].type'],
    [[container], 'tools[0].type'],
    [[{ type: 'custom' }], 'tools[0].name'],
    [[{ type: 'namespace', name: 'n' }], 'tools[0].tools'],
    [[patchTool, { type: 'apply_patch' }], 'tools[1]'],
  ];
  for (const [tools, param] of refused) {
    const answer = await gateway.postTo('/v1/responses', { model: 'm', input: 'a', tools });
    expect([answer.status, await answer.json()]).toMatchObject([400, { error: { param } }]);
  }
  expect(upstream.requests).toEqual([]);
  const tools = [patchTool, { type: 'web_search' }, container];
  expect((await gateway.postTo('/v1/responses', { model: 'dropping', input: 'a', tools })).status).toBe(200);
  expect(sent().tools).toHaveLength(1);
});
