import { openAiChunks, openAiCompletion, startScriptedUpstream, type ScriptedUpstream } from '@showrunner/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { manager } from '../testing/manage.ts';
import { ask, openAiModel, startGateway, type StartedGateway } from '../testing/start-gateway.ts';

/** What the scripted vendor says next. */
let said = 'fine';
let upstream: ScriptedUpstream;
let gateway: StartedGateway;

function filterOf(name: string, mode: unknown, action: string, more: object = {}): object {
  const words = ['persimmon', 'Kakifrucht', '柿の実', '4111111111111111'].map((keyword) => ({ keyword, action }));
  const patterns = [{ pattern_type: 'prebuilt', pattern_name: 'email', action }];
  return {
    guardrail_name: name,
    litellm_params: { guardrail: 'litellm_content_filter', mode, blocked_words: words, patterns, ...more },
  };
}

beforeAll(async () => {
  upstream = await startScriptedUpstream(({ body }) => {
    const { stream, n } = body as { stream?: boolean; n?: number };
    const choices = Array.from({ length: n ?? 1 }, (_, index) => index);
    if (stream !== true) {
      const whole = openAiCompletion({ text: said }) as { choices: object[] };
      return { json: { ...whole, choices: choices.map((index) => ({ ...whole.choices[0], index })) } };
    }
    const sse = openAiChunks(said).flatMap((chunk) => {
      const { choices: came } = chunk as { choices: object[] };
      return came.length === 0 ? [chunk] : choices.map((index) => ({ ...chunk, choices: [{ ...came[0], index }] }));
    });
    return { sse };
  });
  gateway = await startGateway({
    model_list: [
      openAiModel('m', upstream.url),
      openAiModel('chats', upstream.url, { model: 'mistral/small' }),
      openAiModel('guarded', upstream.url, { guardrails: ['blocks-answers'] }),
    ],
    router_settings: { num_retries: 0 },
    guardrails: [
      filterOf('blocks', 'pre_call', 'BLOCK'),
      filterOf('masks', 'pre_call', 'MASK'),
      filterOf('blocks-meanwhile', 'during_call', 'BLOCK'),
      filterOf('blocks-answers', 'post_call', 'BLOCK'),
      filterOf('masks-answers', 'post_call', 'MASK'),
      { guardrail_name: 'other', litellm_params: { guardrail: 'grayswan', mode: 'pre_call' } },
    ],
  });
});
afterAll(async () => {
  await gateway?.stop();
  await upstream?.close();
});
beforeEach(() => {
  said = 'fine';
});

interface Answered {
  readonly status: number;
  readonly text: string;
  /** How often the vendor was called for it. */
  readonly calls: number;
  readonly headers: Headers;
}

async function post(path: string, body: object): Promise<Answered> {
  const before = upstream.requests.length;
  const response = await gateway.postTo(path, body);
  const text = await response.text();
  return { status: response.status, text, calls: upstream.requests.length - before, headers: response.headers };
}

const user = (content: unknown): object => ({ role: 'user', content });
const tool = (parameters: object, description = 'x'): object => ({
  type: 'function',
  function: { name: 'f', description, parameters },
});
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const dataUrl = (text: string): string => `data:text/plain;base64,${base64(text)}`;
const fileOf = (data: string): object => user([{ type: 'file', file: { filename: 'a.txt', file_data: data } }]);
const calling = (text: string): object[] => [
  user('a'),
  { role: 'assistant', tool_calls: [{ id: 'c', type: 'function', function: { name: 'f', arguments: text } }] },
  { role: 'tool', tool_call_id: 'c', content: 'b' },
];

const word = 'A Persimmon here';
const places: [string, string, object][] = [
  ['the last message', '/v1/chat/completions', { messages: [user(word)] }],
  [
    'a message among 200',
    '/v1/chat/completions',
    {
      messages: [
        ...Array.from({ length: 100 }, () => user('a')),
        user(word),
        ...Array.from({ length: 99 }, () => user('b')),
      ],
    },
  ],
  [
    'a part beside an image',
    '/v1/chat/completions',
    {
      messages: [
        user([
          { type: 'image_url', image_url: { url: 'https://x.example/a.png' } },
          { type: 'text', text: word },
        ]),
      ],
    },
  ],
  [
    'what a tool answered',
    '/v1/chat/completions',
    {
      messages: [
        user('a'),
        {
          role: 'assistant',
          content: null,
          tool_calls: [{ id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } }],
        },
        { role: 'tool', tool_call_id: 'c', content: word },
      ],
    },
  ],
  [
    'arguments of a tool, with escapes',
    '/v1/chat/completions',
    {
      messages: [
        user('a'),
        {
          role: 'assistant',
          tool_calls: [{ id: 'c', type: 'function', function: { name: 'f', arguments: '{"name":"\\u0070ersimmon"}' } }],
        },
        { role: 'tool', tool_call_id: 'c', content: 'b' },
      ],
    },
  ],
  [
    'the description of a tool',
    '/v1/chat/completions',
    { messages: [user('a')], tools: [tool({ type: 'object', properties: {} }, word)] },
  ],
  [
    'a property of a tool',
    '/v1/chat/completions',
    {
      messages: [user('a')],
      tools: [tool({ type: 'object', properties: { type: { type: 'string', description: word } } })],
    },
  ],
  [
    'a schema of the answer',
    '/v1/chat/completions',
    {
      messages: [user('a')],
      response_format: {
        type: 'json_schema',
        json_schema: { name: 's', schema: { type: 'object', description: word } },
      },
    },
  ],
  [
    'a file',
    '/v1/chat/completions',
    { messages: [user([{ type: 'file', file: { filename: 'a.txt', file_data: dataUrl(word) } }])] },
  ],
  [
    'a file whose type is in capitals',
    '/v1/chat/completions',
    { messages: [fileOf(`DATA:TEXT/PLAIN;BASE64,${base64(word)}`)] },
  ],
  ['a file in base64 alone', '/v1/chat/completions', { messages: [fileOf(base64('persimmon'))] }],
  ['a file that its address spells out', '/v1/chat/completions', { messages: [fileOf('data:,A%20%50ersimmon')] }],
  [
    'a file whose type says nothing',
    '/v1/chat/completions',
    { messages: [fileOf(`data:application/x;base64,${base64(word)}`)] },
  ],
  ['a message that reads as a data URL', '/v1/chat/completions', { messages: [user('data: a persimmon, please')] }],
  [
    'a message that reads as a picture',
    '/v1/messages',
    { max_tokens: 9, messages: [user('data:image/png;x,persimmon')] },
  ],
  ['the name of an argument', '/v1/chat/completions', { messages: calling('{"persimmon":1}') }],
  ['a number among arguments', '/v1/chat/completions', { messages: calling('{"card":[4111111111111111]}') }],
  [
    'the name of a property of a tool',
    '/v1/chat/completions',
    { messages: [user('a')], tools: [tool({ type: 'object', properties: { persimmon: { type: 'string' } } })] },
  ],
  [
    'a word between two parts of a message',
    '/v1/chat/completions',
    {
      messages: [
        user([
          { type: 'text', text: 'A persi' },
          { type: 'text', text: 'mmon here' },
        ]),
      ],
    },
  ],
  [
    'a word between three parts of a system text',
    '/v1/messages',
    {
      max_tokens: 9,
      system: ['a per', 'sim', 'mon'].map((text) => ({ type: 'text', text })),
      messages: [user('a')],
    },
  ],
  [
    'a word between two parts of an input',
    '/v1/responses',
    { input: [user(['a PERSIM', 'MON'].map((text) => ({ type: 'input_text', text })))] },
  ],
  [
    'the name of a file',
    '/v1/chat/completions',
    {
      messages: [
        user([{ type: 'file', file: { filename: 'persimmon.pdf', file_data: 'data:application/pdf;base64,AAAA' } }]),
      ],
    },
  ],
  ['the name of who speaks', '/v1/chat/completions', { messages: [{ role: 'user', name: 'persimmon', content: 'a' }] }],
  [
    'an answer that is to be gone on with',
    '/v1/chat/completions',
    { messages: [user('a'), { role: 'assistant', content: word, prefix: true }] },
  ],
  ['a prediction', '/v1/chat/completions', { messages: [user('a')], prediction: { type: 'content', content: word } }],
  ['another language', '/v1/chat/completions', { messages: [user('Eine KAKIFRUCHT bitte')] }],
  ['another script', '/v1/chat/completions', { messages: [user('赤い柿の実をください')] }],
  [
    'messages of a fallback',
    '/v1/chat/completions',
    {
      messages: [user('a')],
      mock_testing: undefined,
      fallbacks: [{ model: 'm', messages: [user(word)] }],
      model: 'nobody',
    },
  ],
  ['a system text', '/v1/messages', { max_tokens: 9, system: word, messages: [user('a')] }],
  [
    'a result of a tool',
    '/v1/messages',
    {
      max_tokens: 9,
      messages: [
        user('a'),
        { role: 'assistant', content: [{ type: 'tool_use', id: 't', name: 'f', input: {} }] },
        user([{ type: 'tool_result', tool_use_id: 't', content: [{ type: 'text', text: word }] }]),
      ],
    },
  ],
  [
    'input of a tool',
    '/v1/messages',
    {
      max_tokens: 9,
      messages: [
        user('a'),
        { role: 'assistant', content: [{ type: 'tool_use', id: 't', name: 'f', input: { id: word } }] },
        user([{ type: 'tool_result', tool_use_id: 't', content: 'b' }]),
      ],
    },
  ],
  [
    'a document',
    '/v1/messages',
    {
      max_tokens: 9,
      messages: [user([{ type: 'document', source: { type: 'text', media_type: 'text/plain', data: word } }])],
    },
  ],
  ['instructions', '/v1/responses', { input: 'a', instructions: word }],
  ['an input text', '/v1/responses', { input: word }],
  ['an item', '/v1/responses', { input: [{ type: 'function_call_output', call_id: 'c', output: word }] }],
  ['a prompt', '/v1/completions', { prompt: word }],
  ['one of several prompts', '/v1/completions', { prompt: ['a', word] }],
  ['something to embed', '/v1/embeddings', { input: ['a', word] }],
  ['a picture', '/v1/images/generations', { prompt: word }],
  ['a speech', '/v1/audio/speech', { input: word, voice: 'v' }],
];

describe('what is sent', () => {
  test.each(places.filter(([, , body]) => !('fallbacks' in body)))(
    'is refused for a word in %s, and nobody is asked',
    async (_, path, body) => {
      const { status, text, calls } = await post(path, { model: 'm', guardrails: ['blocks'], ...body });
      expect([status, calls]).toEqual([400, 0]);
      expect(text).toContain('Content blocked: keyword');
    },
  );

  test.each([
    ['/v1/embeddings', { input: [1, 2, 3] }],
    ['/v1/embeddings', { input: [[1, 2, 3], [4]] }],
    ['/v1/completions', { prompt: [1, 2, 3] }],
  ])('is refused where it is tokens, which nobody can look at: %s %j', async (path, body) => {
    const { status, text, calls } = await post(path, { model: 'm', guardrails: ['masks'], ...body });
    expect([status, calls]).toEqual([400, 0]);
    expect(text).toContain('tokens');
    expect((await post(path, { model: 'm', ...body })).text).not.toContain('guardrail');
  });

  test('is masked where it is split between parts of a message, and nothing else with it', async () => {
    const parts = ['Mail ann@exam', 'ple.com and the per', 'simmon, please'].map((text) => ({ type: 'text', text }));
    const { status } = await post('/v1/chat/completions', {
      model: 'm',
      guardrails: ['masks'],
      messages: [user(parts)],
    });
    expect(status).toBe(200);
    const body = upstream.requests.at(-1)?.body as { messages: { content: { text: string }[] }[] } | undefined;
    const sent = body?.messages[0]?.content.map(({ text }) => text).join('');
    expect(sent).toBe('Mail [EMAIL_REDACTED] and the [KEYWORD_REDACTED], please');
  });

  test('is masked where it is a number, and refused where it is the name of a member', async () => {
    const masked = await post('/v1/chat/completions', {
      model: 'm',
      guardrails: ['masks'],
      messages: calling('{"card":4111111111111111,"n":1}'),
    });
    expect(masked.status).toBe(200);
    expect(JSON.stringify(upstream.requests.at(-1)?.body)).toContain(
      JSON.stringify('{"card":"[KEYWORD_REDACTED]","n":1}'),
    );
    const named = { messages: calling('{"ann@example.com":1}') };
    const refused = await post('/v1/chat/completions', { model: 'm', guardrails: ['masks'], ...named });
    expect([refused.status, refused.calls]).toEqual([400, 0]);
  });

  test('is refused in LiteLLM’s shape, which the row and the metrics tell', async () => {
    const { text, headers } = await post(
      '/v1/chat/completions',
      ask('m', { messages: [user(word)], guardrails: ['blocks'] }),
    );
    expect(JSON.parse(text)).toEqual({
      error: {
        message: "Content blocked: keyword 'persimmon' detected",
        type: 'invalid_request_error',
        param: null,
        code: '400',
        provider_specific_fields: {
          error: "Content blocked: keyword 'persimmon' detected",
          keyword: 'persimmon',
          description: null,
          guardrail_name: 'blocks',
          guardrail_mode: 'pre_call',
        },
      },
    });
    expect(headers.get('x-litellm-applied-guardrails')).toBe('blocks');
    const rows = (await (
      await gateway.get(`/spend/logs?request_id=${headers.get('x-litellm-call-id')}`)
    ).json()) as object[];
    expect(rows).toMatchObject([{ status: 'failure', spend: 0 }]);
    const metrics = await (await gateway.get('/metrics')).text();
    expect(metrics).toMatch(
      /litellm_guardrail_requests_total\{guardrail_name="blocks",status="intervened",hook_type="pre_call"\} [1-9]/,
    );
  });

  test('goes on masked, wherever it stood, and the rest as it was', async () => {
    const tools = [
      { type: 'code_interpreter', container: { type: 'auto' } },
      tool({ type: 'object', properties: {} }, word),
    ];
    const messages = [
      user([
        { type: 'text', text: 'Mail ann@example.com' },
        { type: 'image_url', image_url: { url: 'https://x.example/a.png' } },
      ]),
      {
        role: 'assistant',
        tool_calls: [
          { id: 'c', type: 'function', function: { name: 'f', arguments: '{"to":"bob@example.org","n":1}' } },
        ],
      },
      { role: 'tool', tool_call_id: 'c', content: 'öäü@müller.de' },
    ];
    const { status } = await post('/v1/chat/completions', { model: 'm', guardrails: ['masks'], messages, tools });
    expect(status).toBe(200);
    const sent = upstream.requests.at(-1)?.body as { messages: object[]; tools: object[] };
    expect(sent.messages).toEqual([
      user([
        { type: 'text', text: 'Mail [EMAIL_REDACTED]' },
        { type: 'image_url', image_url: { url: 'https://x.example/a.png' } },
      ]),
      {
        role: 'assistant',
        tool_calls: [
          { id: 'c', type: 'function', function: { name: 'f', arguments: '{"to":"[EMAIL_REDACTED]","n":1}' } },
        ],
      },
      { role: 'tool', tool_call_id: 'c', content: '[EMAIL_REDACTED]' },
    ]);
    expect(sent.tools).toEqual([tools[0], tool({ type: 'object', properties: {} }, 'A [KEYWORD_REDACTED] here')]);
  });

  test('is refused where a fallback would send what the request did not', async () => {
    const gone = await startScriptedUpstream([{ status: 500, json: {} }]);
    const own = await startGateway({
      model_list: [openAiModel('broken', gone.url, { num_retries: 0 }), openAiModel('m', upstream.url)],
      guardrails: [filterOf('always', 'pre_call', 'BLOCK', { default_on: true })],
    });
    const before = upstream.requests.length;
    const response = await own.post(ask('broken', { fallbacks: [{ model: 'm', messages: [user(word)] }] }));
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(upstream.requests.length).toBe(before);
    await own.stop();
    await gone.close();
  });
});

const wires: [string, object][] = [
  ['/v1/chat/completions', ask('m')],
  ['/v1/chat/completions', ask('m', { n: 2 })],
  ['/v1/messages', { ...ask('chats'), max_tokens: 9 }],
  ['/v1/responses', { model: 'chats', input: 'a' }],
  ['/v1/completions', { model: 'm', prompt: 'a' }],
];
const bothWays = wires.flatMap(([path, body]) =>
  [false, true].map((stream): [string, string, object] => [
    `${path} ${JSON.stringify(body).includes('"n":2') ? 'twice ' : ''}${stream ? 'streamed' : 'whole'}`,
    path,
    { ...body, stream },
  ]),
);
const long = 'The quick brown fox jumps over the lazy dog. '.repeat(30);

describe('what comes back', () => {
  test.each(bothWays)('is refused for a word: %s', async (_, path, body) => {
    said = `${long}Take the Persimmon home. ${long}`;
    const { status, text, calls } = await post(path, { ...body, guardrails: ['blocks-answers'] });
    expect(calls).toBe(1);
    expect(text).not.toMatch(/persimmon home/i);
    expect(text).toContain('Content blocked');
    expect(status).toBe('stream' in body && body.stream === true ? 200 : 400);
    expect(text).not.toContain('[DONE]');
  });

  test.each(bothWays)('is looked at where it reads as a data URL: %s', async (_, path, body) => {
    said = 'data:a Persimmon, of course';
    expect((await post(path, { ...body, guardrails: ['blocks-answers'] })).status).toBe(400);
    const { text } = await post(path, { ...body, guardrails: ['masks-answers'] });
    expect(wholeText(text)).toBe('data:a [KEYWORD_REDACTED], of course');
  });

  test.each(bothWays)('is an honest status where the first words are refused: %s', async (_, path, body) => {
    said = 'Persimmon!';
    const { status } = await post(path, { ...body, guardrails: ['blocks-answers'] });
    expect(status).toBe(400);
  });

  test.each(bothWays)('is masked: %s', async (_, path, body) => {
    said = `${long}Write to ann@example.com about the Persimmon, and 柿の実. ${long}`;
    const { status, text } = await post(path, { ...body, guardrails: ['masks-answers'] });
    expect(status).toBe(200);
    expect(text).not.toMatch(/persimmon|ann@|柿の実/i);
    const whole = wholeText(text);
    expect(whole).toContain('Write to [EMAIL_REDACTED] about the [KEYWORD_REDACTED], and [KEYWORD_REDACTED].');
    expect(whole).toContain(long.trim());
  });

  test.each(bothWays)('is what it was where nothing is found: %s', async (_, path, body) => {
    said = `${long}žluťoučký kůň 🐎 ${long}`;
    const plain = await post(path, body);
    const guarded = await post(path, { ...body, guardrails: ['masks-answers', 'blocks-answers'] });
    expect(guarded.status).toBe(200);
    expect(wholeText(guarded.text)).toBe(wholeText(plain.text));
    expect(guarded.text.split('\n').length).toBe(plain.text.split('\n').length);
  });

  test('is guarded for a model that wants it, whoever asks', async () => {
    said = 'Persimmon!';
    expect((await post('/v1/chat/completions', ask('guarded'))).status).toBe(400);
    expect((await post('/v1/chat/completions', ask('m'))).status).toBe(200);
  });

  test('waits for a guardrail that looks meanwhile, and is called off by it', async () => {
    expect((await post('/v1/chat/completions', ask('m', { guardrails: ['blocks-meanwhile'] }))).status).toBe(200);
    for (const stream of [false, true]) {
      const { status, text } = await post(
        '/v1/chat/completions',
        ask('m', { stream, messages: [user(word)], guardrails: ['blocks-meanwhile'] }),
      );
      expect([status, text.includes('Content blocked')]).toEqual([400, true]);
    }
  });
});

test('those that run are listed with when they look, and without what they look for', async () => {
  const listed = await (await gateway.get('/v2/guardrails/list')).text();
  expect(JSON.parse(listed).guardrails).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        guardrail_name: 'blocks-meanwhile',
        litellm_params: { guardrail: 'litellm_content_filter', mode: 'during_call', default_on: false },
        guardrail_definition_location: 'config',
      }),
    ]),
  );
  expect(listed).not.toMatch(/persimmon/i);
});

test('requests of a batch are refused where a guardrail of the key, its team or the model would look at each', async () => {
  const { key, done } = manager(() => gateway);
  const { team_id: team } = await done('/team/new', { guardrails: ['masks'] });
  const upload = async (holder: string, model: string): Promise<string> => {
    const form = new FormData();
    form.append('purpose', 'batch');
    form.append('file', new Blob(['{}']), 'a.jsonl');
    const headers = { authorization: `Bearer ${holder}` };
    const answer = await fetch(`${gateway.url}/v1/files?model=${model}`, { method: 'POST', headers, body: form });
    return answer.text();
  };
  const refusal = 'cannot look at the requests of a batch';
  const before = upstream.requests.length;
  expect(await upload(await key({ guardrails: ['blocks'] }), 'm')).toContain(refusal);
  expect(await upload(await key({ team_id: team }), 'm')).toContain(refusal);
  expect(await upload(await key(), 'guarded')).toContain(refusal);
  expect(upstream.requests.length).toBe(before);
  expect(await upload(await key(), 'm')).not.toContain(refusal);
});

test('who asks for a guardrail that does not run, or that nobody knows, is refused', async () => {
  for (const name of ['other', 'nobody-knows']) {
    const { status, text, calls } = await post('/v1/chat/completions', ask('m', { guardrails: [name] }));
    expect([status, calls, text.includes(name)]).toEqual([400, 0, true]);
  }
});

/** All that was said, by and by or at once. */
function wholeText(text: string): string {
  if (!text.includes('data: ')) return collect(JSON.parse(text));
  const events = text.split('\n').filter((line) => line.startsWith('data: {'));
  return events.map((line) => delta(JSON.parse(line.slice('data: '.length)))).join('');
}

interface Said {
  readonly choices?: { index?: number; delta?: { content?: string }; message?: { content: string }; text?: string }[];
  readonly content?: { text: string }[];
  readonly output?: { content: { text: string }[] }[];
  readonly delta?: string | { text?: string };
}

function delta({ choices, delta: piece }: Said): string {
  if (choices)
    return choices
      .filter(({ index }) => index !== 1)
      .map((choice) => choice.delta?.content ?? choice.text ?? '')
      .join('');
  return typeof piece === 'string' ? piece : (piece?.text ?? '');
}

function collect({ choices, content, output }: Said): string {
  if (choices) return choices[0]?.message?.content ?? choices[0]?.text ?? '';
  return content?.[0]?.text ?? output?.[0]?.content[0]?.text ?? '';
}
