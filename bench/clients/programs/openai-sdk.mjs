import OpenAI from 'openai';
import { check, citySchema, failsWith429, key, limited, messages, model, same, url } from './check.mjs';

const client = new OpenAI({ baseURL: `${url}/v1`, apiKey: key, maxRetries: 0 });
const create = (more) => client.chat.completions.create({ model, messages, ...more });
const tools = [{ type: 'function', function: { name: 'weather', parameters: citySchema } }];

await check('chat', async () => same((await create()).choices[0].message.content, 'Hello'));
await check('stream', async () => {
  let text = '';
  for await (const { choices } of await create({ stream: true })) text += choices[0]?.delta.content ?? '';
  same(text, 'Hello');
});
await check('tools', async () => {
  const [call] = (await create({ tools })).choices[0].message.tool_calls;
  same([call.function.name, JSON.parse(call.function.arguments)], ['weather', { city: 'Wien' }]);
});
await check('structured output', async () => {
  const json_schema = { name: 'city', strict: true, schema: citySchema };
  const { choices } = await create({ response_format: { type: 'json_schema', json_schema } });
  same(JSON.parse(choices[0].message.content), { city: 'Wien' });
});
await check('errors', () => failsWith429(() => create({ model: limited })));
