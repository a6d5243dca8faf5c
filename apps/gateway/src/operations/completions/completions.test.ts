import { openAiChunks, openAiCompletion, startScriptedUpstream, type RecordedRequest } from '@showrunner/testkit';
import { describe, expect, test } from 'vitest';
import { openAiModel, startGateway, type StartedGateway } from '../../testing/start-gateway.ts';

/** OpenAI's documented answer (API reference, "The completion object", 2026-11). */
const answered = {
  id: 'cmpl-uqkvlQyYK7bGYrRHQ0eXlWi7',
  object: 'text_completion',
  created: 1_589_478_378,
  model: 'gpt-3.5-turbo-instruct',
  choices: [{ text: '\n\n這是測試', index: 0, logprobs: null, finish_reason: 'length' }],
  usage: { prompt_tokens: 5, completion_tokens: 7, total_tokens: 12 },
};
const { usage, choices: _choices, ...head } = answered;
const events = [
  ...['\n\n這', '是', '測試'].map((text) => ({
    ...head,
    choices: [{ text, index: 0, logprobs: null, finish_reason: null }],
    usage: null,
  })),
  { ...head, choices: [{ text: '', index: 0, logprobs: null, finish_reason: 'stop' }], usage: null },
  { ...head, choices: [], usage },
];

const instruct = { model: 'text-completion-openai/gpt-3.5-turbo-instruct' };

function post(gateway: StartedGateway, body: unknown, path = '/v1/completions'): Promise<Response> {
  return fetch(gateway.url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${gateway.openai.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

function promptOf({ body }: RecordedRequest): string {
  return (body as { messages: { content: string }[] }).messages[0]?.content ?? '';
}

describe('completions of a vendor that has them', () => {
  test('are what it sent, byte for byte, under the name that the client asked for, on each path', async () => {
    await using upstream = await startScriptedUpstream([{ json: answered }]);
    await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url, instruct)] });
    const request = { prompt: ['Say', [1, 2]], suffix: 'x', echo: true, best_of: 3, logprobs: 2, num_retries: 0 };
    const body = { ...request, prompt: ['Say', 'that'] };
    for (const path of ['/v1/completions', '/completions']) {
      const answer = await post(gateway, { model: 'm', ...body }, path);
      expect(await answer.text()).toBe(JSON.stringify({ ...answered, model: 'm' }));
    }
    for (const path of ['/engines/m/completions', '/openai/deployments/m/completions?api-version=2024-10-21']) {
      expect(await (await post(gateway, body, path)).json()).toEqual({ ...answered, model: 'm' });
    }
    const { num_retries: _retries, ...sent } = body;
    for (const { path, body: came } of upstream.requests) {
      expect(path).toBe('/v1/completions');
      expect(came).toEqual({ ...sent, model: 'gpt-3.5-turbo-instruct' });
    }
  });

  test('stream to OpenAI’s SDK, whose usage is shown to whom asked for it, and are booked as what they are', async () => {
    await using upstream = await startScriptedUpstream([{ sse: events }]);
    await using gateway = await startGateway({
      model_list: [openAiModel('m', upstream.url, { ...instruct, input_cost_per_token: 1, output_cost_per_token: 2 })],
    });
    const { openai } = gateway;
    const texts: string[] = [];
    for await (const { model, choices } of await openai.completions.create({ model: 'm', prompt: 'a', stream: true })) {
      expect(model).toBe('m');
      texts.push(choices[0]?.text ?? 'no choice');
    }
    expect(texts).toEqual(['\n\n這', '是', '測試', '']);
    const options = { stream_options: { include_usage: true } };
    let shown;
    for await (const event of await openai.completions.create({ model: 'm', prompt: 'a', stream: true, ...options }))
      shown = event.usage;
    expect(shown).toEqual(usage);
    const rows = (await (await gateway.get('/spend/logs')).json()) as object[];
    expect(rows).toMatchObject([{ call_type: 'atext_completion', spend: 19 }, { spend: 19 }]);
  });

  test('that break off end in an error and not in a stop', async () => {
    await using upstream = await startScriptedUpstream([{ sse: events, cutAfter: '"text":"' }]);
    await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url, instruct)] });
    const text = await (await post(gateway, { model: 'm', prompt: 'a', stream: true })).text();
    expect(text).not.toContain('[DONE]');
    expect(text).toContain('"error"');
  });
});

describe('completions of a model for chat', () => {
  test('are asked by a chat, and written as completions', async () => {
    await using upstream = await startScriptedUpstream([{ json: openAiCompletion({ text: 'مرحبا' }) }]);
    await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)] });
    const read = await gateway.openai.completions.create({
      model: 'm',
      prompt: 'Say hello',
      echo: true,
      max_tokens: 5,
    });
    expect(read).toMatchObject({
      object: 'text_completion',
      model: 'm',
      choices: [{ text: 'Say helloمرحبا', index: 0, logprobs: null, finish_reason: 'stop' }],
      usage: { prompt_tokens: 9, completion_tokens: 12, total_tokens: 21 },
    });
    expect(upstream.requests[0]).toMatchObject({
      path: '/v1/chat/completions',
      body: { messages: [{ role: 'user', content: 'Say hello' }] },
    });
    expect(upstream.requests[0]?.body).not.toHaveProperty('prompt');
  });

  test('stream, the prompt first where it is to be said', async () => {
    await using upstream = await startScriptedUpstream([{ sse: openAiChunks('Hello world') }]);
    await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)] });
    const options = { echo: true, stream: true as const, stream_options: { include_usage: true } };
    const texts: string[] = [];
    const reasons: unknown[] = [];
    let shown: unknown;
    for await (const event of await gateway.openai.completions.create({ model: 'm', prompt: '>', ...options })) {
      texts.push(event.choices[0]?.text ?? '');
      reasons.push(event.choices[0]?.finish_reason);
      shown = event.usage;
    }
    expect(texts.join('')).toBe('>Hello world');
    expect(reasons.filter(Boolean)).toEqual(['stop']);
    expect(shown).toMatchObject({ total_tokens: 21 });
  });

  test('answer several prompts one by one, as choices in their order, and cost what all of them cost', async () => {
    await using upstream = await startScriptedUpstream((request) => ({
      json: openAiCompletion({ text: promptOf(request).toUpperCase() }),
    }));
    await using gateway = await startGateway({
      model_list: [openAiModel('m', upstream.url, { input_cost_per_token: 1, output_cost_per_token: 1 })],
    });
    const answer = await post(gateway, { model: 'm', prompt: ['uno', 'dos', 'três'], echo: true });
    expect(await answer.json()).toMatchObject({
      choices: [
        { index: 0, text: 'unoUNO' },
        { index: 1, text: 'dosDOS' },
        { index: 2, text: 'trêsTRÊS' },
      ],
      usage: { prompt_tokens: 27, completion_tokens: 36, total_tokens: 63 },
    });
    expect(answer.headers.get('x-litellm-response-cost')).toBe('63');
  });

  test('tell how likely tokens were, in the form of completions', async () => {
    const token = {
      token: 'Hé',
      logprob: -0.5,
      bytes: null,
      top_logprobs: [{ token: 'Hé', logprob: -0.5, bytes: null }],
    };
    const json = openAiCompletion({ text: 'Hé' }) as { choices: object[] };
    json.choices = [{ ...json.choices[0], logprobs: { content: [token] } }];
    await using upstream = await startScriptedUpstream([{ json }]);
    await using gateway = await startGateway({
      model_list: [openAiModel('m', upstream.url, { model: 'openai/gpt-4o' })],
    });
    const read = await gateway.openai.completions.create({ model: 'm', prompt: 'ab', logprobs: 1, echo: true });
    expect(read.choices[0]?.logprobs).toEqual({
      tokens: ['Hé'],
      token_logprobs: [-0.5],
      top_logprobs: [{ Hé: -0.5 }],
      text_offset: [2],
    });
    expect(upstream.requests[0]?.body).toMatchObject({ logprobs: true, top_logprobs: 1 });
  });

  test.each<[string, object, string]>([
    ['a suffix', { suffix: 'end' }, 'suffix'],
    ['a choice of the best', { best_of: 2 }, 'best_of'],
    ['token ids', { prompt: [1, 2] }, 'prompt'],
    ['a stream of several prompts', { prompt: ['a', 'b'], stream: true }, 'prompt'],
  ])('are refused for %s, and the member is named', async (_, members, param) => {
    await using gateway = await startGateway({
      model_list: [{ model_name: 'm', litellm_params: { model: 'anthropic/x', mock_response: 'Hi' } }],
    });
    const answer = await post(gateway, { model: 'm', prompt: 'a', ...members });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { param } });
  });

  test('go on without what a chat does not have where the deployment drops it', async () => {
    await using gateway = await startGateway({
      model_list: [
        { model_name: 'm', litellm_params: { model: 'anthropic/x', mock_response: 'Hi', drop_params: true } },
      ],
    });
    const answer = await post(gateway, { model: 'm', prompt: 'a', suffix: 'end', best_of: 2 });
    expect(await answer.json()).toMatchObject({ choices: [{ text: 'Hi' }] });
  });
});

test.each<[string, object, string]>([
  ['no prompt', {}, 'prompt'],
  ['a prompt of objects', { prompt: [{}] }, 'prompt'],
  ['texts and tokens', { prompt: ['a', 1] }, 'prompt'],
  ['an empty list', { prompt: [] }, 'prompt'],
  ['echo as text', { prompt: 'a', echo: 'yes' }, 'echo'],
  ['logprobs as a switch', { prompt: 'a', logprobs: true }, 'logprobs'],
])('a completion with %s is refused, and the member is named', async (_, members, param) => {
  await using gateway = await startGateway({
    model_list: [{ model_name: 'm', litellm_params: { model: 'openai/x', mock_response: 'Hi' } }],
  });
  const answer = await post(gateway, { model: 'm', ...members });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ error: { param } });
});
