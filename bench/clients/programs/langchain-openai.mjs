import { ChatOpenAI } from '@langchain/openai';
import { check, citySchema, failsWith429, key, limited, model, same, url } from './check.mjs';

const chatOf = (name) =>
  new ChatOpenAI({ model: name, apiKey: key, maxRetries: 0, configuration: { baseURL: `${url}/v1` } });
const chat = chatOf(model);
const tools = [{ type: 'function', function: { name: 'weather', description: 'Tells', parameters: citySchema } }];

await check('chat', async () => same((await chat.invoke('Say hello')).content, 'Hello'));
await check('stream', async () => {
  let text = '';
  for await (const { content } of await chat.stream('Say hello')) text += content;
  same(text, 'Hello');
});
await check('tools', async () => {
  const { tool_calls } = await chat.bindTools(tools).invoke('Weather?');
  same(
    tool_calls.map(({ name, args }) => [name, args]),
    [['weather', { city: 'Wien' }]],
  );
});
await check('structured output', async () =>
  same(await chat.withStructuredOutput(citySchema, { name: 'city', method: 'jsonSchema' }).invoke('Where?'), {
    city: 'Wien',
  }),
);
await check('errors', () => failsWith429(() => chatOf(limited).invoke('Say hello')));
