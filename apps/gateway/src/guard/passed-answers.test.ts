import { anthropicEvents, anthropicMessage, startScriptedUpstream } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { anthropicModel, ask, MASTER_KEY, openAiModel, startGateway } from '../testing/start-gateway.ts';

const guardrails = [
  {
    guardrail_name: 'masks',
    litellm_params: {
      guardrail: 'litellm_content_filter',
      mode: 'post_call',
      default_on: true,
      patterns: [{ pattern_type: 'prebuilt', pattern_name: 'email', action: 'MASK' }],
    },
  },
];

const text = `${'Guten Tag. '.repeat(40)}Schreib an ann@example.com, bitte.`;
const masked = text.replace('ann@example.com', '[EMAIL_REDACTED]');

/** OpenAI's documented answer and events (API reference, "Responses", 2026-11), as far as they hold texts. */
const message = {
  id: 'msg_1',
  type: 'message',
  role: 'assistant',
  status: 'completed',
  content: [{ type: 'output_text', text, annotations: [] }],
};
const call = {
  id: 'fc_1',
  type: 'function_call',
  call_id: 'c',
  name: 'mail',
  arguments: '{"to":"bob@example.com"}',
  status: 'completed',
};
const response = {
  id: 'resp_1',
  object: 'response',
  created_at: 1,
  status: 'completed',
  model: 'gpt-5.4',
  output: [message, call],
  usage: { input_tokens: 1, output_tokens: 2, total_tokens: 3 },
};

function responseEvents(): object[] {
  const place = { item_id: 'msg_1', output_index: 0, content_index: 0 };
  const pieces = text.match(/.{1,7}/gsu) ?? [];
  return [
    { type: 'response.created', response: { ...response, status: 'in_progress', output: [] } },
    { type: 'response.output_item.added', output_index: 0, item: { ...message, content: [] } },
    ...pieces.map((delta) => ({ type: 'response.output_text.delta', ...place, delta })),
    { type: 'response.output_text.done', ...place, text },
    { type: 'response.output_item.done', output_index: 0, item: message },
    { type: 'response.function_call_arguments.delta', item_id: 'fc_1', output_index: 1, delta: '{"to":"bob@exa' },
    { type: 'response.function_call_arguments.delta', item_id: 'fc_1', output_index: 1, delta: 'mple.com"}' },
    { type: 'response.function_call_arguments.done', item_id: 'fc_1', output_index: 1, arguments: call.arguments },
    { type: 'response.completed', response },
  ].map((event, sequence_number) => ({ ...event, sequence_number }));
}

test('a vendor’s own response is masked wherever it says the text again, whole and by events', async () => {
  await using upstream = await startScriptedUpstream(({ body }) =>
    (body as { stream?: boolean }).stream === true
      ? {
          sse: responseEvents().map(
            (event) => `event: ${(event as { type: string }).type}\ndata: ${JSON.stringify(event)}\n\n`,
          ),
          done: false,
        }
      : { json: response },
  );
  await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)], guardrails });
  const whole = await gateway.openai.responses.create({ model: 'm', input: 'a' });
  expect(whole.output_text).toBe(masked);
  expect(whole.output[1]).toMatchObject({ arguments: '{"to":"[EMAIL_REDACTED]"}' });
  const events = await Array.fromAsync(await gateway.openai.responses.create({ model: 'm', input: 'a', stream: true }));
  expect(JSON.stringify(events)).not.toMatch(/ann@|bob@/);
  const said = events.map((event) => (event.type === 'response.output_text.delta' ? event.delta : '')).join('');
  expect(said).toBe(masked);
  const given = events
    .map((event) => (event.type === 'response.function_call_arguments.delta' ? event.delta : ''))
    .join('');
  expect(JSON.parse(given)).toEqual({ to: '[EMAIL_REDACTED]' });
  expect(events.map(({ type }) => type)).toEqual(responseEvents().map((event) => (event as { type: string }).type));
});

test('Anthropic’s own message is masked, whole and by events', async () => {
  await using upstream = await startScriptedUpstream(({ body }) =>
    (body as { stream?: boolean }).stream === true
      ? { sse: anthropicEvents(text), done: false }
      : { json: anthropicMessage({ text }) },
  );
  await using gateway = await startGateway({ model_list: [anthropicModel('m', upstream.url)], guardrails });
  const asked = { ...ask('m'), max_tokens: 9 };
  const whole = await gateway.anthropic.messages.create(asked);
  expect(whole.content).toMatchObject([{ type: 'text', text: masked }]);
  expect(await gateway.anthropic.messages.stream(asked).finalText()).toBe(masked);
});

test('what is split between two parts of an answer is masked, whole and by events', async () => {
  const parts = ['Schreib an ann@exam', 'ple.com, bitte.'];
  const content = parts.map((part) => ({ type: 'text', text: part }));
  const events = parts.flatMap((part, index) => [
    { type: 'content_block_start', index, content_block: { type: 'text', text: '' } },
    { type: 'content_block_delta', index, delta: { type: 'text_delta', text: part } },
    { type: 'content_block_stop', index },
  ]);
  const { content: _content, ...empty } = anthropicMessage({ text: '' }) as { content: unknown };
  await using upstream = await startScriptedUpstream(({ body }) =>
    (body as { stream?: boolean }).stream === true
      ? {
          sse: [
            { type: 'message_start', message: { ...empty, content: [] } },
            ...events,
            { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 9 } },
            { type: 'message_stop' },
          ].map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`),
          done: false,
        }
      : { json: { ...empty, content } },
  );
  await using gateway = await startGateway({ model_list: [anthropicModel('m', upstream.url)], guardrails });
  const asked = { ...ask('m'), max_tokens: 9 };
  const saidIn = (blocks: readonly object[]): string =>
    blocks.map((block) => ('text' in block ? block.text : '')).join('');
  const whole = await gateway.anthropic.messages.create(asked);
  expect(saidIn(whole.content)).toBe('Schreib an [EMAIL_REDACTED], bitte.');
  const streamed = await gateway.anthropic.messages.stream(asked).finalMessage();
  expect(saidIn(streamed.content)).toBe('Schreib an [EMAIL_REDACTED], bitte.');
});

test('what goes through in nobody’s wire is guarded both ways, by events and whole, and sound is refused', async () => {
  await using upstream = await startScriptedUpstream(({ body, path }) => {
    if (path.endsWith('/sound')) return { raw: 'RIFF', headers: { 'content-type': 'audio/wav' } };
    const pieces = [
      { candidates: [{ index: 0, content: { parts: [{ text: 'Schreib an ann@exam' }] } }] },
      { candidates: [{ index: 0, content: { parts: [{ text: 'ple.com bitte' }] } }] },
    ];
    return (body as { stream?: boolean }).stream === true
      ? { sse: pieces, done: false }
      : { json: { echo: body, text } };
  });
  const endpoint = { path: '/there', target: `${upstream.url}/there`, include_subpath: true };
  await using gateway = await startGateway({
    model_list: [openAiModel('m', upstream.url)],
    general_settings: { master_key: MASTER_KEY, pass_through_endpoints: [endpoint] },
    guardrails: [
      ...guardrails,
      {
        guardrail_name: 'words',
        litellm_params: {
          guardrail: 'litellm_content_filter',
          mode: 'pre_call',
          default_on: true,
          blocked_words: [{ keyword: 'persimmon', action: 'BLOCK' }],
        },
      },
    ],
  });
  const whole = (await (await gateway.postTo('/there', { prompt: 'a' })).json()) as { text: string };
  expect(whole.text).toBe(masked);
  const stream = await (await gateway.postTo('/there', { stream: true })).text();
  expect(stream).not.toContain('ann@');
  expect(stream).toContain('[EMAIL_REDACTED]');
  const before = upstream.requests.length;
  expect((await gateway.postTo('/there/x', { contents: [{ parts: [{ text: 'A persimmon' }] }] })).status).toBe(400);
  expect(upstream.requests.length).toBe(before);
  expect((await gateway.postTo('/there/sound', { a: 1 })).status).toBe(502);
  const form = new FormData();
  form.append('purpose', 'batch');
  form.append('file', new Blob(['{}']), 'a.jsonl');
  const headers = { authorization: `Bearer ${MASTER_KEY}` };
  const upload = await fetch(`${gateway.url}/v1/files?model=m`, { method: 'POST', headers, body: form });
  expect([upload.status, (await upload.text()).includes('batch')]).toEqual([400, true]);
});
