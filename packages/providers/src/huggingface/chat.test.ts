import { expect, test } from 'vitest';
import { encodeCall } from '../conformance/chat/chat-call.ts';
import { chat } from './chat.ts';

function sent(model: string, settings: object) {
  const { url, body } = encodeCall(chat, {}, { model, settings });
  return [url, body.model];
}

const ROUTER = 'https://router.huggingface.co/v1/chat/completions';

test.each([
  ['meta-llama/Llama-3.3-70B-Instruct', 'meta-llama/Llama-3.3-70B-Instruct'],
  ['together/deepseek-ai/DeepSeek-R1', 'deepseek-ai/DeepSeek-R1:together'],
  ['fireworks-ai/Qwen/QwQ-32B', 'Qwen/QwQ-32B:fireworks-ai'],
  ['deepseek-ai/DeepSeek-R1:novita', 'deepseek-ai/DeepSeek-R1:novita'],
])('the router is asked for %s by its own name', (model, named) => {
  expect(sent(model, { apiKey: 'hf_x' })).toEqual([ROUTER, named]);
});

test.each([
  ['http://0.0.0.0:8001', 'http://0.0.0.0:8001/v1/chat/completions'],
  ['http://0.0.0.0:8001/', 'http://0.0.0.0:8001/v1/chat/completions'],
  ['https://tgi.example/v1', 'https://tgi.example/v1/chat/completions'],
  ['https://tgi.example/v1/chat/completions', 'https://tgi.example/v1/chat/completions'],
])('a server of one’s own at %s is asked below its address, for the model as it is written', (apiBase, url) => {
  expect(sent('HuggingFaceH4/zephyr-7b-beta', { apiBase })).toEqual([url, 'HuggingFaceH4/zephyr-7b-beta']);
  expect(sent('org/family/model', { apiBase })[1]).toBe('org/family/model');
});
