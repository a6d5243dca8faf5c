import Anthropic from '@anthropic-ai/sdk';
import { startScriptedUpstream } from '@showrunner/testkit';
import OpenAI from 'openai';
import { describe, expect, test } from 'vitest';
import { hasOwnFixture, readFixture, streamFrames } from '../fixtures.ts';
import { scenarios } from './scenarios.ts';

const messages = [{ role: 'user' as const, content: 'Hello' }];

/** The vendors' own clients must take the fixtures for what the vendors send, or the suite proves nothing. */
describe('the recorded answers', () => {
  test.each(scenarios.filter(({ name }) => hasOwnFixture('openai', name)))(
    'of OpenAI are read by its own client: $name',
    async ({ name }) => {
      const { json, events } = readFixture('openai', name);
      await using upstream = await startScriptedUpstream([{ json }, { sse: events }]);
      const client = new OpenAI({ baseURL: upstream.url, apiKey: 'sk-test', maxRetries: 0 });
      const whole = await client.chat.completions.create({ model: 'gpt-test', messages });
      const chunks = await client.chat.completions.create({ model: 'gpt-test', messages, stream: true });
      let content = '';
      for await (const chunk of chunks) content += chunk.choices[0]?.delta.content ?? '';
      expect(whole.choices[0]?.finish_reason).toBeTypeOf('string');
      expect(content).toBe(whole.choices[0]?.message.content ?? '');
    },
  );

  test.each(scenarios.filter(({ name }) => hasOwnFixture('anthropic', name)))(
    'of Anthropic are read by its own client: $name',
    async ({ name }) => {
      const { json, events } = readFixture('anthropic', name);
      await using upstream = await startScriptedUpstream([{ json }, { sse: streamFrames(events) }]);
      const client = new Anthropic({ baseURL: upstream.url, apiKey: 'sk-test', maxRetries: 0 });
      const whole = await client.messages.create({ model: 'claude-test', messages, max_tokens: 100 });
      const streamed = await client.messages.stream({ model: 'claude-test', messages, max_tokens: 100 }).finalMessage();
      expect(streamed.content).toEqual(whole.content);
      expect(streamed.stop_reason).toBe(whole.stop_reason);
      expect(streamed.usage.output_tokens).toBe(whole.usage.output_tokens);
    },
  );
});
