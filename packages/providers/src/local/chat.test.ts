import { requireTool } from '@showrunner/testkit';
import { afterAll, describe, expect, test } from 'vitest';
import { describeChat } from '../conformance/chat/describe-chat.ts';
import type { ChatCall, ChatRequest } from '../spec/operations/chat.ts';
import { localChat } from './chat.ts';
import { LocalModels } from './local-models.ts';
import { hasTestModel, testModelId } from './testing/test-model.ts';

function call(request: Partial<ChatRequest>, dropUnsupported = false): ChatCall {
  const messages = [{ role: 'user' as const, content: 'Tell a long story about the sea.' }];
  return { request: { model: testModelId, messages, ...request }, model: testModelId, settings: {}, dropUnsupported };
}

const patience = { timeout: 60_000 };
const nobody = new AbortController().signal;
const hasModel = await hasTestModel();

describe.skipIf(!hasModel)(
  'the local model, the real 98 MB one',
  { ...patience, ...requireTool('local-model') },
  () => {
    const localModels = new LocalModels();
    const chat = localChat(localModels);
    afterAll(() => localModels.dispose());

    describeChat({
      name: 'the local model',
      lacks: ['parallel-tool-calls', 'image', 'content-filter', 'reasoning', 'cached-prompt'],
      open: (scenario) => {
        // Without a penalty this model counts as it is told; a fixed seed makes what it writes the same each time.
        const steady = { seed: 7, temperature: 0, max_tokens: scenario.request.max_tokens ?? 200 };
        return Promise.resolve({
          complete: (request, signal) => chat.complete(call({ ...steady, ...request }), signal),
          stream: (request, signal) => chat.stream(call({ ...steady, ...request }), signal),
          [Symbol.asyncDispose]: () => Promise.resolve(),
        });
      },
    });

    test('evaluates what two asks begin with once', async () => {
      const system = { role: 'system' as const, content: 'You write narration for short videos in plain words.' };
      const ask = (content: string) =>
        chat.complete(call({ messages: [system, { role: 'user', content }], max_tokens: 4 }), nobody);
      await ask('The first scene.');
      const { usage } = await ask('The second scene.');
      const cached = usage?.prompt_tokens_details?.cached_tokens ?? 0;
      expect(cached).toBeGreaterThan(15);
      expect(cached).toBeLessThan(usage?.prompt_tokens ?? 0);
    });

    test.each(['<|im_end|>', '<|im_start|>', '<|endoftext|>'])('reads %s in a message as text', async (token) => {
      const tokensOf = async (content: string) => {
        const { usage } = await chat.complete(call({ messages: [{ role: 'user', content }], max_tokens: 1 }), nobody);
        return usage?.prompt_tokens ?? 0;
      };
      // As a control token it would be one.
      expect((await tokensOf(token.repeat(10))) - (await tokensOf(''))).toBeGreaterThanOrEqual(30);
    });

    test('goes on with what stands in its own turn, and does not say it again', async () => {
      const messages = [
        { role: 'user' as const, content: 'Count from one to ten in words.' },
        { role: 'assistant' as const, content: 'One, two, three,' },
      ];
      const { choices } = await chat.complete(call({ messages, max_tokens: 6, temperature: 0 }), nobody);
      expect(choices[0]?.message.content).toMatch(/^ ?four/);
    });

    test('answers asks that come together one after the other', async () => {
      const answers = await Promise.all([5, 6, 7].map((limit) => chat.complete(call({ max_tokens: limit }), nobody)));
      expect(answers.map(({ usage }) => usage?.completion_tokens)).toEqual([5, 6, 7]);
    });

    test('gives up a request whose caller leaves the queue, and goes on with the others', async () => {
      const caller = new AbortController();
      const first = chat.complete(call({ max_tokens: 40 }), nobody);
      const second = chat.complete(call({ max_tokens: 40 }), caller.signal);
      caller.abort();
      await expect(second).rejects.toThrow(/abort/i);
      await expect(first).resolves.toMatchObject({ choices: [{ finish_reason: 'length' }] });
    });

    test('stops writing soon after the caller has gone', async () => {
      const caller = new AbortController();
      const answer = chat.stream(call({ max_tokens: 2000 }), caller.signal);
      await answer.next();
      await answer.next();
      caller.abort();
      await expect(answer.next().then(() => answer.next())).rejects.toThrow(/abort/i);
      const before = performance.now();
      await chat.complete(call({ max_tokens: 1 }), nobody);
      expect(performance.now() - before).toBeLessThan(10_000);
    });

    test('refuses messages that do not fit into the context with 400', async () => {
      const messages = [{ role: 'user' as const, content: 'espresso '.repeat(6000) }];
      await expect(chat.complete(call({ messages }), nobody)).rejects.toMatchObject({
        kind: 'context_window',
        status: 400,
        isRetryable: false,
      });
    });

    test('keeps list bounds and alternatives of a schema', async () => {
      const schema = {
        type: 'object',
        properties: {
          beats: { type: 'array', items: { type: 'string', maxLength: 30 }, minItems: 3, maxItems: 3 },
          mood: { anyOf: [{ const: 'calm' }, { type: 'null' }] },
        },
        required: ['beats', 'mood'],
        additionalProperties: false,
      };
      const { choices } = await chat.complete(
        call({ response_format: { type: 'json_schema', json_schema: { name: 'beats', schema } }, seed: 1 }),
        nobody,
      );
      const answer = JSON.parse(choices[0]?.message.content ?? '') as { beats: string[]; mood: unknown };
      expect(answer.beats).toHaveLength(3);
      expect(answer.beats.every((beat) => beat.length <= 30)).toBe(true);
      expect(['calm', null]).toContain(answer.mood);
    });

    test('answers 503 when its process dies, and the next call starts another', async () => {
      await chat.complete(call({ max_tokens: 1 }), nobody);
      const first = localModels.pid ?? 0;
      const answer = chat.stream(call({ max_tokens: 500 }), nobody);
      await answer.next();
      process.kill(first, 'SIGKILL');
      await expect(drain(answer)).rejects.toMatchObject({ kind: 'overloaded', status: 503, retryAfterSeconds: 3 });
      await chat.complete(call({ max_tokens: 1 }), nobody);
      expect(localModels.pid).not.toBe(first);
    });

    test('gives its memory back when nobody asks', async () => {
      const brief = new LocalModels({ idleMs: 50 });
      await localChat(brief).complete(call({ max_tokens: 1 }), nobody);
      await expect.poll(() => brief.pid, { timeout: 5_000 }).toBeUndefined();
    });
  },
);

describe('a call that the local model cannot take', () => {
  const chat = localChat(new LocalModels());

  test('names a model that nobody knows', async () => {
    const unknown = { ...call({}), model: 'gpt-5' };
    await expect(chat.complete(unknown, nobody)).rejects.toMatchObject({
      kind: 'not_found',
      message: expect.stringContaining('qwen2.5-coder-1.5b-instruct'),
    });
  });

  test('is refused where it offers tools freely, or an image', async () => {
    const tools = [{ type: 'function' as const, function: { name: 'get_time' } }];
    await expect(chat.complete(call({ tools }), nobody)).rejects.toMatchObject({
      status: 400,
      vendorParam: 'tools',
    });
    const messages = [{ role: 'user' as const, content: [{ type: 'image_url', image_url: { url: 'data:,' } }] }];
    await expect(chat.complete(call({ messages }, true), nobody)).rejects.toMatchObject({
      status: 400,
      vendorParam: 'messages',
    });
  });
});

async function drain(chunks: AsyncIterable<unknown>): Promise<void> {
  for await (const chunk of chunks) void chunk;
}
