import Anthropic from '@anthropic-ai/sdk';
import { check, citySchema, failsWith429, key, limited, messages, model, same, url } from './check.mjs';

const client = new Anthropic({ baseURL: url, apiKey: key, maxRetries: 0 });
const common = { model, max_tokens: 100, messages };
const tools = [{ name: 'weather', description: 'Tells the weather', input_schema: citySchema }];
const inputs = ({ content }) => content.filter(({ type }) => type === 'tool_use').map(({ input }) => input);

await check('chat', async () => same((await client.messages.create(common)).content[0].text, 'Hello'));
await check('stream', async () => same(await client.messages.stream(common).finalText(), 'Hello'));
await check('tools', async () => same(inputs(await client.messages.create({ ...common, tools })), [{ city: 'Wien' }]));
await check('structured output', async () => {
  const tool_choice = { type: 'tool', name: 'weather' };
  same(inputs(await client.messages.create({ ...common, tools, tool_choice })), [{ city: 'Wien' }]);
});
await check('errors', () => failsWith429(() => client.messages.create({ ...common, model: limited })));
