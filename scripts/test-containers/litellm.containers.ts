import { afterAll, beforeAll, expect, test } from 'vitest';
import { output } from './docker.ts';
import { openTestStack, type TestStack } from './test-stack.ts';

const files = ['--file', 'docker-compose.yml', '--file', 'ai-infra/docker/compose.litellm.yml'];

let stack: TestStack;
let hasImage: boolean;
beforeAll(async () => {
  stack = await openTestStack();
  const { stdout: image } = await stack.composeOutput(...files, 'config', '--images', 'gateway');
  const name = image.split('\n').find((line) => line.includes('litellm')) ?? '';
  hasImage = (await output('docker', ['image', 'inspect', name])).exitCode === 0;
  hasImage ||= (await output('docker', ['pull', '--quiet', name])).exitCode === 0;
});
afterAll(() => stack[Symbol.asyncDispose]());

test("LiteLLM's own proxy serves in place of the gateway, with the same YAML", async ({ skip }) => {
  // Another image with LiteLLM in it: LITELLM_IMAGE.
  if (!hasImage) skip("LiteLLM's image cannot be had here");
  await stack.compose(...files, 'up', '--detach', '--wait', '--wait-timeout', '240');
  expect((await stack.generateScript('Through LiteLLM')).status).toBe(200);
  expect(stack.provider.requests.at(-1)?.headers.authorization).toBe(`Bearer ${stack.environment.OPENAI_API_KEY}`);
});
