import { expect, test } from 'vitest';
import { managedGateway } from '../../testing/manage.ts';

const { key, post } = managedGateway();
const messages = [{ role: 'user', content: 'How does espresso work?' }];
/** US dollars a token of the model that is served as `gpt`; those of gpt-4o are 2.50 and 10 a million. */
const [INPUT, OUTPUT] = [2.5e-6, 15e-6];
const usage = { prompt_tokens: 9, completion_tokens: 12, total_tokens: 21 };

test('what messages cost to ask is estimated at the price of the model, whoever asks', async () => {
  const { total_tokens: tokens } = (await post('/utils/token_counter', { model: 'gpt', messages })).body;
  const { status, body } = await post('/spend/calculate', { model: 'gpt', messages }, await key());
  expect(status).toBe(200);
  expect(body.cost).toBeCloseTo(Number(tokens) * INPUT, 12);
});

test('what an answer cost is told by its counts, of models that are not served by the price table', async () => {
  const cost = async (model: string) =>
    (await post('/spend/calculate', { completion_response: { model, usage } })).body;
  expect((await cost('gpt')).cost).toBeCloseTo(9 * INPUT + 12 * OUTPUT, 12);
  expect((await cost('gpt-4o')).cost).toBeCloseTo((9 * 2.5 + 12 * 10) / 1e6, 12);
});

test.each([
  [{}, 'model'],
  [{ model: 'gpt' }, 'messages'],
  [{ model: 7, messages }, 'model'],
  [{ model: 'nobody/knows-it', messages }, 'model'],
  [{ completion_response: { model: 'gpt' } }, 'completion_response.usage'],
  [{ completion_response: { usage } }, 'completion_response.model'],
  [
    { completion_response: { model: 'gpt', usage: { prompt_tokens: 'many' } } },
    'completion_response.usage.prompt_tokens',
  ],
  [{ completion_response: { model: 'gpt', usage: { prompt_tokens: -1 } } }, 'completion_response.usage.prompt_tokens'],
])('%j is refused by its %s', async (body, param) => {
  expect(await post('/spend/calculate', body)).toMatchObject({ status: 400, body: { error: { param } } });
});
