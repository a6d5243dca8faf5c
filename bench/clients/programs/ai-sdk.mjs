import { createAnthropic } from '@ai-sdk/anthropic';
import { createOpenAI } from '@ai-sdk/openai';
import { generateText, jsonSchema, Output, streamText, tool } from 'ai';
import { check, citySchema, failsWith429, key, limited, model, same, url } from './check.mjs';

const openai = createOpenAI({ baseURL: `${url}/v1`, apiKey: key });
const anthropic = createAnthropic({ baseURL: `${url}/v1`, apiKey: key });
const chat = openai.chat(model);
const prompt = 'Say hello';
const common = { prompt, maxRetries: 0 };
const tools = { weather: tool({ description: 'Tells the weather', inputSchema: jsonSchema(citySchema) }) };

for (const [wire, one] of [
  ['', chat],
  [', Anthropic', anthropic(model)],
]) {
  await check(`chat${wire}`, async () => same((await generateText({ model: one, ...common })).text, 'Hello'));
  await check(`stream${wire}`, async () => same(await streamText({ model: one, ...common }).text, 'Hello'));
  await check(`tools${wire}`, async () => {
    const { toolCalls } = await generateText({ model: one, ...common, tools });
    same(
      toolCalls.map(({ toolName, input }) => [toolName, input]),
      [['weather', { city: 'Wien' }]],
    );
  });
}
await check('structured output', async () => {
  const output = Output.object({ schema: jsonSchema(citySchema) });
  same((await generateText({ model: chat, ...common, output })).output, { city: 'Wien' });
});
await check('errors', () => failsWith429(() => generateText({ model: openai.chat(limited), ...common })));
