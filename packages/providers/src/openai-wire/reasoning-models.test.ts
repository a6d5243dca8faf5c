import { expect, test } from 'vitest';
import { encodeCall } from '../conformance/chat/chat-call.ts';
import { chat as azure } from '../azure/chat.ts';
import { isReasoningModel } from './reasoning-models.ts';

test.each([
  'o1',
  'o1-mini',
  'o3-pro',
  'o4-mini-2025-04-16',
  'gpt-5',
  'gpt-5-mini',
  'gpt-5.4',
  'gpt-5.1-codex',
  'gpt-6',
  'ft:o4-mini-2025-04-16:my-org::a1',
])('%s reasons', (model) => {
  expect(isReasoningModel({ model, settings: {} })).toBe(true);
});

test.each([
  'gpt-35-turbo',
  'gpt-35-turbo-16k',
  'gpt-4o',
  'gpt-4.1',
  'gpt-5-chat',
  'gpt-5-chat-latest',
  'gpt-55',
  'omni',
  'ft:gpt-4o-2024-08-06:my-org::o1',
  'o',
])('%s does not', (model) => {
  expect(isReasoningModel({ model, settings: {} })).toBe(false);
});

const settings = { apiKey: 'k', apiBase: 'https://r.example' };
const asked = { temperature: 0.2, max_tokens: 50 };

test('a deployment of Azure’s older models is asked as it was said', () => {
  expect(encodeCall(azure, asked, { model: 'gpt-35-turbo', settings }).body).toMatchObject(asked);
});

test.each([
  ['o_series/mine', undefined, 'mine'],
  ['gpt5_series/mine', undefined, 'mine'],
  ['mine', 'azure/o3-mini', 'mine'],
  ['gpt-4o', 'gpt-5.4', 'gpt-4o'],
])('Azure’s deployment %s of %s is asked as one that reasons', (model, baseModel, deployment) => {
  const call = { model, settings: { ...settings, ...(baseModel && { baseModel }) }, dropUnsupported: true };
  const { url, body, warnings } = encodeCall(azure, asked, call);
  expect(url).toContain(`/deployments/${deployment}/`);
  expect(body).toMatchObject({ model: deployment, max_completion_tokens: 50 });
  expect(body).not.toHaveProperty('temperature');
  expect(warnings).toMatchObject([{ feature: 'temperature' }]);
});

test('a deployment named like a model that reasons is what its base_model is', () => {
  const call = { model: 'o3', settings: { ...settings, baseModel: 'azure/gpt-4o' } };
  expect(encodeCall(azure, asked, call).body).toMatchObject(asked);
});
