import { anthropicMessage, startScriptedUpstream, type RecordedRequest } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { openAiModel, startGateway } from '../../testing/start-gateway.ts';

const SEALED = 'gAAAAABsealed==';

const response = {
  id: 'resp_1',
  object: 'response',
  created_at: 1_763_856_000,
  status: 'completed',
  model: 'gpt-5.4-2026-03-05',
  output: [
    { type: 'reasoning', id: 'rs_1', summary: [{ type: 'summary_text', text: 'Hm.' }], encrypted_content: SEALED },
    {
      type: 'message',
      id: 'msg_1',
      role: 'assistant',
      status: 'completed',
      content: [{ type: 'output_text', text: 'Ja', annotations: [] }],
    },
  ],
  usage: { input_tokens: 1, output_tokens: 1, total_tokens: 2 },
};
const thought = [
  { type: 'thinking', thinking: 'Hmm.', signature: 'c2ln' },
  { type: 'text', text: 'Ja' },
];

/** OpenAI answers while it is up, Claude while it is: each falls back to the other. */
async function startBoth() {
  let down = '';
  const upstream = await startScriptedUpstream(({ path }) => {
    const isClaude = path.startsWith('/claude');
    if (down === (isClaude ? 'claude' : 'openai')) return { status: 500, json: { error: { message: 'down' } } };
    return { json: isClaude ? { ...anthropicMessage(), content: thought } : response };
  });
  const claude = { model: 'anthropic/claude-sonnet-4-5', api_key: 'sk-a', api_base: `${upstream.url}/claude` };
  const gateway = await startGateway({
    model_list: [openAiModel('o', `${upstream.url}/openai`), { model_name: 'c', litellm_params: claude }],
    router_settings: { num_retries: 0, allowed_fails: 100, fallbacks: [{ o: ['c'] }, { c: ['o'] }] },
  });
  return {
    gateway,
    take: (name: string) => (down = name),
    lastBody: () => (upstream.requests.at(-1) as RecordedRequest).body as Record<string, unknown>,
    async [Symbol.asyncDispose]() {
      await gateway.stop();
      await upstream.close();
    },
  };
}

const user = (content: string) => ({ role: 'user' as const, content });

test('reasoning that OpenAI sealed does not go along when Claude stands in, and the conversation does', async () => {
  await using both = await startBoth();
  const { openai } = both.gateway;
  const first = await openai.responses.create({ model: 'o', input: [user('a')], store: false });
  expect(JSON.stringify(first.output)).toContain(SEALED);
  both.take('openai');
  const input = [user('a'), ...first.output, user('b')] as never;
  await openai.responses.create({ model: 'o', input, store: false });
  expect(JSON.stringify(both.lastBody())).not.toContain(SEALED);
  expect(both.lastBody().messages).toMatchObject([
    { role: 'user' },
    { role: 'assistant', content: [{ type: 'text', text: 'Ja' }] },
    { role: 'user' },
  ]);
});

test('what Claude signed does not go along when OpenAI stands in, and what OpenAI sealed does', async () => {
  await using both = await startBoth();
  const { openai } = both.gateway;
  const ofOpenAi = await openai.responses.create({ model: 'o', input: [user('a')], store: false });
  const ofClaude = await openai.responses.create({ model: 'c', input: [user('a')], store: false });
  both.take('claude');
  const input = [user('a'), ...ofOpenAi.output, user('b'), ...ofClaude.output, user('c')] as never;
  await openai.responses.create({ model: 'c', input, store: false });
  const sent = both.lastBody().input as { type?: string; encrypted_content?: string }[];
  expect(sent.filter(({ type }) => type === 'reasoning').map(({ encrypted_content: one }) => one)).toEqual([SEALED]);
  expect(sent).toHaveLength(6);
});

test('on Anthropic’s wire neither goes along to the other', async () => {
  await using both = await startBoth();
  const { anthropic } = both.gateway;
  const ask = (model: string, messages: object[]) =>
    anthropic.messages.create({
      model,
      max_tokens: 2000,
      messages: messages as never,
      thinking: { type: 'enabled', budget_tokens: 1024 },
    });
  const ofOpenAi = await ask('o', [user('a')]);
  const ofClaude = await ask('c', [user('a')]);
  const turns = [
    user('a'),
    { role: 'assistant', content: ofOpenAi.content },
    user('b'),
    { role: 'assistant', content: ofClaude.content },
    user('c'),
  ];
  await ask('c', turns);
  expect(JSON.stringify(both.lastBody())).not.toContain(SEALED);
  expect(JSON.stringify(both.lastBody())).toContain('c2ln');
  both.take('claude');
  await ask('c', turns);
  expect(JSON.stringify(both.lastBody())).not.toContain('c2ln');
  expect(JSON.stringify(both.lastBody())).toContain(`"${SEALED}"`);
});
