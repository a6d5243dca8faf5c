import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localChat } from '../../local/chat.ts';
import { distinctVendors } from '../distinct-vendors.ts';
import { ProviderError } from '../../spec/error.ts';
import type { BridgedChat, ChatCall, ChatRequest } from '../../spec/operations/chat.ts';
import { chatCall } from './chat-call.ts';
import { ofTexts } from '../../text-wire/vendors.ts';

/** What an encoder made of a request: it is on its way, or refused with the member that is wrong. */
type Outcome = 'encoded' | { refused: string };

interface Encoder {
  name: string;
  encode: (call: ChatCall) => Promise<Outcome>;
}

/** Every encoder of the registry, whatever its wire: those of OpenAI's wire have vendors' tweaks in them. */
const encoders: Encoder[] = distinctVendors.flatMap((adapter): Encoder[] => {
  if (adapter.transport === 'embedded') return [];
  const { name, chat } = adapter;
  if (!chat) return [];
  return [
    {
      name,
      encode: async (call) => {
        if (chat.wire === 'bridge') return sentByBridge(chat, call);
        JSON.parse(chat.encode(call).body);
        return 'encoded';
      },
    },
  ];
});

/** Nobody is at the call's address: what gets as far as that was taken. */
async function sentByBridge(chat: BridgedChat, call: ChatCall): Promise<Outcome> {
  try {
    await chat.complete(call, AbortSignal.timeout(10_000));
  } catch (error) {
    if (!ProviderError.isInstance(error) || error.kind !== 'connection') throw error;
  }
  return 'encoded';
}

const reachedTheModel = new Error('the ask was read and reached the model');

encoders.push({
  name: 'local',
  encode: async (call) => {
    const models = { generate: () => Promise.reject(reachedTheModel) };
    const asked = localChat(models).complete(call, new AbortController().signal);
    return asked.then(
      () => 'encoded',
      (error: unknown) => {
        if (error === reachedTheModel) return 'encoded';
        throw error;
      },
    );
  },
});

/** Anything but an encoded request or a 400 that names a member is thrown on, and fails the test. */
async function outcomeOf({ encode }: Encoder, request: unknown, call: Partial<ChatCall> = {}): Promise<Outcome> {
  try {
    return await encode({ ...chatCall({}, call), request: request as ChatRequest });
  } catch (error) {
    const isRefusal = ProviderError.isInstance(error) && error.kind === 'invalid_request' && error.status === 400;
    if (!isRefusal || !error.vendorParam) throw error;
    return { refused: error.vendorParam };
  }
}

const hello = { role: 'user', content: 'Hello' };
const assistant = (tool_calls: unknown) => ({ messages: [hello, { role: 'assistant', content: null, tool_calls }] });
const parts = (content: unknown) => ({ messages: [{ role: 'user', content }] });
const tool = { type: 'function', function: { name: 'f', parameters: { type: 'object', properties: {} } } };

/** A request that is wrong in one place, and the member that a 400 names. */
const wrong: [string, object, string][] = [
  ['messages that are no list', { messages: 'abc' }, 'messages'],
  ['a message that is null', { messages: [null] }, 'messages[0]'],
  ['a message that is text', { messages: ['hi'] }, 'messages[0]'],
  ['a message without a role', { messages: [{ content: 'hi' }] }, 'messages[0].role'],
  ['a role that nobody has', { messages: [{ role: 'wizard', content: 'hi' }] }, 'messages[0].role'],
  ['content that is a number', parts(7), 'messages[0].content'],
  ['a part that is null', parts([null]), 'messages[0].content[0]'],
  ['a part that is text', parts(['hi']), 'messages[0].content[0]'],
  ['a part without a type', parts([{ text: 'hi' }]), 'messages[0].content[0].type'],
  ['a text part whose text is none', parts([{ type: 'text', text: 5 }]), 'messages[0].content[0].text'],
  ['an image that is null', parts([{ type: 'image_url', image_url: null }]), 'messages[0].content[0].image_url'],
  [
    'an image without an address',
    parts([{ type: 'image_url', image_url: {} }]),
    'messages[0].content[0].image_url.url',
  ],
  ['calls that are text', assistant('abc'), 'messages[1].tool_calls'],
  ['a call that is null', assistant([null]), 'messages[1].tool_calls[0]'],
  ['a call of nothing', assistant([{}]), 'messages[1].tool_calls[0].function'],
  ['a call of null', assistant([{ id: 'a', function: null }]), 'messages[1].tool_calls[0].function'],
  [
    'a call without a name',
    assistant([{ id: 'a', type: 'function', function: { arguments: '{}' } }]),
    'messages[1].tool_calls[0].function.name',
  ],
  [
    'a call whose arguments are no text',
    assistant([{ id: 'a', type: 'function', function: { name: 'f', arguments: { a: 1 } } }]),
    'messages[1].tool_calls[0].function.arguments',
  ],
  [
    'a call whose id is a number',
    assistant([{ id: 5, type: 'function', function: { name: 'f', arguments: '{}' } }]),
    'messages[1].tool_calls[0].id',
  ],
  [
    'a result for a number',
    { messages: [{ role: 'tool', tool_call_id: 1, content: 'x' }] },
    'messages[0].tool_call_id',
  ],
  ['tools that are an object', { tools: {} }, 'tools'],
  ['a tool that is null', { tools: [null] }, 'tools[0]'],
  ['a tool of no type', { tools: [{ function: { name: 'f' } }] }, 'tools[0].type'],
  ['a tool without its function', { tools: [{ type: 'function' }] }, 'tools[0].function'],
  ['a function without a name', { tools: [{ type: 'function', function: {} }] }, 'tools[0].function.name'],
  [
    'parameters that are text',
    { tools: [{ type: 'function', function: { name: 'f', parameters: '{}' } }] },
    'tools[0].function.parameters',
  ],
  ['a choice that is a number', { tools: [tool], tool_choice: 1 }, 'tool_choice'],
  ['a choice of nothing', { tools: [tool], tool_choice: { type: 'function' } }, 'tool_choice.function'],
  [
    'a choice without a name',
    { tools: [tool], tool_choice: { type: 'function', function: {} } },
    'tool_choice.function.name',
  ],
  ['a format that is text', { response_format: 'json_schema' }, 'response_format'],
  ['a format without a type', { response_format: {} }, 'response_format.type'],
  ['a format that nobody has', { response_format: { type: 'yaml' } }, 'response_format.type'],
  ['a schema that is missing', { response_format: { type: 'json_schema' } }, 'response_format.json_schema'],
  [
    'a schema that is text',
    { response_format: { type: 'json_schema', json_schema: { name: 'a', schema: 'x' } } },
    'response_format.json_schema.schema',
  ],
  ['stops that are numbers', { stop: [1, 2] }, 'stop[0]'],
  ['a stop that is an object', { stop: {} }, 'stop'],
  ['a limit in words', { max_tokens: '100' }, 'max_tokens'],
  ['half a token', { max_completion_tokens: 1.5 }, 'max_completion_tokens'],
  ['a temperature in words', { temperature: '1' }, 'temperature'],
  ['a seed in words', { seed: 'x' }, 'seed'],
  ['choices in words', { n: '2' }, 'n'],
  ['an effort that is a list', { reasoning_effort: [] }, 'reasoning_effort'],
  ['thinking that is text', { thinking: 'hard' }, 'thinking'],
  ['a user that is an object', { user: {} }, 'user'],
  ['calls at once in words', { parallel_tool_calls: 'no' }, 'parallel_tool_calls'],
];

const translating = encoders.filter(({ name }) => name === 'anthropic' || name === 'gemini' || name === 'local');

describe.each(translating)('a request to $name', (encoder) => {
  test.each(wrong)('with %s is refused with the place', async (_title, members, param) => {
    const request = { model: 'm', messages: [hello], ...members };
    expect(await outcomeOf(encoder, request, { dropUnsupported: true })).toEqual({ refused: param });
  });

  test('may say null for what it does not set', async () => {
    const unset = ['tools', 'tool_choice', 'response_format', 'stop', 'max_tokens', 'temperature', 'n', 'user', 'seed'];
    const nulls = Object.fromEntries(unset.map((member) => [member, null]));
    const message = { role: 'user', content: 'Hello', name: null, tool_calls: null };
    expect(await outcomeOf(encoder, { model: 'm', messages: [message], ...nulls })).toBe('encoded');
  });
});

/** A good request with everything in it that encoders look at. */
const whole = {
  model: 'm',
  messages: [
    { role: 'system', content: 'Be brief.' },
    {
      role: 'user',
      content: [
        { type: 'text', text: 'What is this?', cache_control: { type: 'ephemeral' } },
        { type: 'image_url', image_url: { url: 'https://example.org/a.png', detail: 'low' } },
        { type: 'file', file: { file_data: 'data:application/pdf;base64,AAAA' } },
      ],
    },
    {
      role: 'assistant',
      content: null,
      tool_calls: [{ id: 'call_1', type: 'function', function: { name: 'f', arguments: '{"a":1}' } }],
      thinking_blocks: [{ type: 'thinking', thinking: 'Hm.', signature: 'x' }],
      reasoning_content: 'Hm.',
    },
    { role: 'tool', tool_call_id: 'call_1', content: 'It is a cat.' },
  ],
  tools: [tool, { type: 'web_search' }],
  tool_choice: { type: 'function', function: { name: 'f' } },
  parallel_tool_calls: false,
  response_format: {
    type: 'json_schema',
    json_schema: {
      name: 'a',
      strict: true,
      schema: {
        type: 'object',
        properties: { a: { type: 'array', items: { anyOf: [{ type: 'string' }, { $ref: '#/$defs/b' }] } } },
        $defs: { b: { type: 'integer', enum: [1, 2] } },
        required: ['a'],
        additionalProperties: false,
      },
    },
  },
  stop: ['END'],
  max_tokens: 100,
  max_completion_tokens: 100,
  temperature: 0.5,
  top_p: 0.5,
  top_k: 4,
  n: 1,
  seed: 1,
  user: 'u',
  stream: true,
  stream_options: { include_usage: true },
  reasoning_effort: 'low',
  thinking: { type: 'enabled', budget_tokens: 2000 },
  repeat_penalty: 1.1,
  logit_bias: {},
  metadata: {},
};

const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, true, 0, -1, 1.5, 1e300, '', 'abc', '{', [], [null], [{}], {}, [[]], { type: null }),
  fc.constantFrom({ type: 'function' }, { type: 'text' }, { type: 'image_url' }, { type: 'json_schema' }, { url: 1 }),
  fc.jsonValue({ maxDepth: 2 }),
  fc.integer({ min: 1, max: 900 }).map((depth) => nested(depth)),
);

/** `{a: {a: …}}`, so deep. */
function nested(depth: number): unknown {
  let value: unknown = {};
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? { a: value } : [value];
  return value;
}

function pathsOf(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...entries.flatMap(([name, member]) => pathsOf(member, [...path, name]))];
}

/** The same in words alone, for those who read nothing else. */
const inWords = {
  ...whole,
  messages: whole.messages.map((message) => ({ ...message, content: 'What is this?' })),
  tools: [tool],
  logit_bias: null,
  reasoning_effort: null,
};

/** The same of a question alone, for those who know no tools either. */
const asked = {
  ...inWords,
  messages: inWords.messages.filter(({ role }) => role === 'user'),
  tools: null,
  tool_choice: null,
  response_format: null,
};

const places = pathsOf(whole).filter((path) => path.length > 0);

/** The good request with junk in some of its places, or without them. */
const damaged = fc
  .tuple(
    fc.constantFrom(whole, inWords),
    fc.array(fc.tuple(fc.constantFrom(...places), fc.option(junk, { nil: undefined })), { minLength: 1, maxLength: 3 }),
  )
  .map(([good, changes]) => {
    const request: unknown = structuredClone(good);
    for (const [path, value] of changes) put(request, path, structuredClone(value));
    return JSON.parse(JSON.stringify(request)) as unknown;
  });

function put(root: unknown, path: readonly (string | number)[], value: unknown): void {
  let holder = root;
  for (const name of path.slice(0, -1)) holder = memberOf(holder, name);
  const last = path.at(-1);
  if (typeof holder === 'object' && holder !== null && last !== undefined) Reflect.set(holder, last, value);
}

function memberOf(holder: unknown, name: string | number): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, name) : undefined;
}

function isDecided(outcome: Outcome): boolean {
  return outcome === 'encoded' || outcome.refused !== '';
}

describe.each(encoders)('the encoder of $name', (encoder) => {
  test('takes the request that the others are made of', async () => {
    const good = ofTexts.includes(encoder.name) ? asked : inWords;
    expect(await outcomeOf(encoder, good, { dropUnsupported: true })).toBe('encoded');
  });

  test('makes a request or a refusal that names the member of whatever comes, and never crashes', async () => {
    const model = fc.constantFrom('some-model', 'claude-3-haiku-20240307', 'claude-opus-4-8', 'o3', 'grok-4');
    const facts = fc.constantFrom(undefined, {}, { maxOutputTokens: 64_000 }, { supportsAdaptiveThinking: true });
    await fc.assert(
      fc.asyncProperty(damaged, model, facts, fc.boolean(), async (request, name, known, dropUnsupported) => {
        const call = { model: name, dropUnsupported, ...(known && { facts: known }) };
        expect(await outcomeOf(encoder, request, call)).toSatisfy(isDecided);
      }),
      { numRuns: 1500 },
    );
  });

  test('is not held up by long members', async () => {
    const long = '@'.repeat(1_000_000);
    const startedAt = performance.now();
    await outcomeOf(encoder, { model: 'm', messages: [{ role: 'user', content: long }], user: long, stop: long });
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });

  test('refuses arguments that are too deep to be written', async () => {
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    const call = { id: 'a', type: 'function', function: { name: 'f', arguments: deep } };
    expect(await outcomeOf(encoder, { model: 'm', ...assistant([call]) })).toSatisfy(isDecided);
  });
});
