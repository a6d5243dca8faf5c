import type Anthropic from '@anthropic-ai/sdk';
import {
  openAiChunks,
  openAiCompletion,
  startScriptedUpstream,
  type Behaviour,
  type RecordedRequest,
} from '@showrunner/testkit';
import { describe, expect, test } from 'vitest';
import { chatModel, startGateway, type StartedGateway } from '../../testing/start-gateway.ts';

/** What Claude Code 2.1 sends with every request (recorded 2026-11, with the names of its tools shortened). */
const agentHeaders = {
  'user-agent': 'claude-cli/2.1.197 (external, cli)',
  'x-app': 'cli',
  'anthropic-beta': 'claude-code-20250219,interleaved-thinking-2025-05-14,context-management-2025-06-27',
  'x-stainless-helper-method': 'stream',
};
const billing = 'x-anthropic-billing-header: cc_version=2.1.197.d3a; cc_entrypoint=cli; cch=00000;';
const cached = { cache_control: { type: 'ephemeral' as const } };
const metadata = {
  user_id: '{"device_id":"0a1b","account_uuid":"","session_id":"5f6c8c1e-9a51-4a0e-8e2c-1d2f3a4b5c6d"}',
};
const tools: Anthropic.Beta.BetaToolUnion[] = ['Read', 'Bash'].map((name) => ({
  name,
  description: `${name} of the agent`,
  input_schema: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: { file_path: { type: 'string' }, command: { type: 'string' } },
    additionalProperties: false,
  } as Anthropic.Beta.BetaTool.InputSchema,
  eager_input_streaming: true,
}));

type Turns = Anthropic.Beta.BetaMessageParam[];

const turn = (messages: Turns): Anthropic.Beta.MessageCreateParamsNonStreaming => ({
  model: 'm',
  max_tokens: 32_000,
  system: [
    { type: 'text', text: billing },
    { type: 'text', text: 'You are Claude Code.', ...cached },
  ],
  messages,
  tools,
  metadata,
  thinking: { type: 'adaptive' },
  output_config: { effort: 'high' },
  context_management: { edits: [{ type: 'clear_thinking_20251015', keep: 'all' }] },
});

const question: Turns = [
  {
    role: 'user',
    content: [
      { type: 'text', text: '<system-reminder>Today is Monday.</system-reminder>' },
      { type: 'text', text: 'Was steht in größe.ts?', ...cached },
    ],
  },
];

const calls = [
  { id: 'call_1', name: 'Read', arguments: '{"file_path":"größe.ts"}' },
  { id: 'call_2', name: 'Bash', arguments: '{"command":"ls"}' },
];

/** An upstream of OpenAI's wire that plays these answers in turn. */
async function session(answers: readonly [Behaviour, ...Behaviour[]], model: (url: string) => object) {
  const upstream = await startScriptedUpstream(answers);
  const gateway = await startGateway({ model_list: [model(upstream.url)], router_settings: { num_retries: 0 } });
  return {
    gateway,
    requests: upstream.requests,
    async [Symbol.asyncDispose]() {
      await gateway.stop();
      await upstream.close();
    },
  };
}

const say = ({ anthropic }: StartedGateway, messages: Turns) =>
  anthropic.beta.messages.stream(turn(messages), { headers: agentHeaders });

const textOf = (request: RecordedRequest | undefined): string => JSON.stringify(request?.body);

describe('a session of Claude Code over a model of OpenAI’s wire', () => {
  test('goes from a question over tools to an answer, streamed, with thinking, and is counted', async () => {
    const usage = { promptTokens: 900, completionTokens: 60, cachedTokens: 800, reasoningTokens: 40 };
    const thought = openAiChunks('', { toolCalls: calls, usage }).map((chunk, place) => {
      const { choices } = chunk as { choices: { delta: object }[] };
      if (place !== 0 || !choices[0]) return chunk;
      return { ...chunk, choices: [{ ...choices[0], delta: { ...choices[0].delta, reasoning_content: 'I look.' } }] };
    });
    const answers = [{ sse: thought }, { sse: openAiChunks('Nur „1“.', { usage }) }] as const;
    await using at = await session(answers, (url) => chatModel('m', url));

    // Before anything else it counts what it has, and asks whether it may ask.
    const counted = await at.gateway.anthropic.beta.messages.countTokens(
      { model: 'm', messages: question, tools },
      { headers: agentHeaders },
    );
    expect(counted.input_tokens).toBeGreaterThan(60);
    expect(at.requests).toHaveLength(0);

    const first = await say(at.gateway, question).finalMessage();
    expect(first.stop_reason).toBe('tool_use');
    expect(first.content).toMatchObject([
      { type: 'thinking', thinking: 'I look.' },
      { type: 'tool_use', id: 'call_1', name: 'Read', input: { file_path: 'größe.ts' } },
      { type: 'tool_use', id: 'call_2', name: 'Bash', input: { command: 'ls' } },
    ]);
    expect(first.usage).toMatchObject({ input_tokens: 100, cache_read_input_tokens: 800, output_tokens: 60 });

    const results: Turns = [
      {
        role: 'user',
        content: [
          { type: 'tool_result', tool_use_id: 'call_1', content: [{ type: 'text', text: '     1→1' }] },
          { type: 'tool_result', tool_use_id: 'call_2', content: 'no such file', is_error: true },
          { type: 'text', text: '<system-reminder>Be short.</system-reminder>', ...cached },
        ],
      },
    ];
    const second = await say(at.gateway, [
      ...question,
      { role: 'assistant', content: first.content },
      ...results,
    ]).finalMessage();
    expect([second.stop_reason, second.content]).toMatchObject(['end_turn', [{ type: 'text', text: 'Nur „1“.' }]]);

    const [asked, again] = at.requests;
    expect(asked?.path).toBe('/v1/chat/completions');
    for (const request of [asked, again]) {
      expect(textOf(request)).not.toMatch(/billing|session_id|context_management|eager_input|clear_thinking/);
      expect(request?.headers).not.toHaveProperty('anthropic-beta');
      expect(JSON.stringify(request?.headers)).not.toMatch(/claude/);
    }
    expect(asked?.body).toMatchObject({
      stream: true,
      max_completion_tokens: 32_000,
      tools: [{ type: 'function' }, {}],
    });
    expect(again?.body).toMatchObject({
      messages: [
        { role: 'system' },
        { role: 'user' },
        { role: 'assistant', tool_calls: [{ id: 'call_1' }, { id: 'call_2' }] },
        { role: 'tool', tool_call_id: 'call_1', content: '     1→1' },
        { role: 'tool', tool_call_id: 'call_2', content: 'Error: no such file' },
        { role: 'user' },
      ],
    });

    // Its session is nobody's name.
    const rows = (await (await at.gateway.get('/spend/logs')).json()) as Record<string, unknown>[];
    expect(rows.map(({ end_user, completion_tokens }) => [end_user ?? '', completion_tokens])).toEqual(
      rows.map(({ completion_tokens }) => ['', completion_tokens]),
    );
    expect(rows.filter(({ completion_tokens }) => completion_tokens === 60)).toHaveLength(2);
  });

  test('has its titles made by a question without tools, whole, with a schema', async () => {
    const title = '{"isNewTopic":true,"title":"Größe"}';
    await using at = await session([{ json: openAiCompletion({ text: title }) }], (url) => chatModel('m', url));
    const { content } = await at.gateway.anthropic.beta.messages.create(
      {
        model: 'm',
        max_tokens: 512,
        system: [{ type: 'text', text: billing }],
        messages: question,
        metadata,
        output_config: {
          format: { type: 'json_schema', schema: { type: 'object', properties: { title: { type: 'string' } } } },
        },
      },
      { headers: agentHeaders },
    );
    expect(content).toMatchObject([{ type: 'text', text: title }]);
    // What was left of the instructions is nothing.
    expect(at.requests[0]?.body).toMatchObject({
      messages: [{ role: 'user' }],
      response_format: { type: 'json_schema' },
    });
  });

  test('is told in Anthropic’s words what went wrong, and may try again', async () => {
    const answers = [
      { status: 429, headers: { 'retry-after': '1' }, json: { error: { message: 'Slow down', type: 'rate_limit' } } },
      { sse: openAiChunks('Da.') },
    ] as const;
    await using at = await session(answers, (url) => chatModel('m', url));
    const refused = say(at.gateway, question).finalMessage();
    await expect(refused).rejects.toMatchObject({ status: 429, error: { error: { type: 'rate_limit_error' } } });
    expect((await say(at.gateway, question).finalMessage()).content).toMatchObject([{ text: 'Da.' }]);
  });
});
