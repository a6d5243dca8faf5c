import {
  bedrockException,
  openAiChunks,
  openAiCompletion,
  sageMakerFrames,
  startScriptedUpstream,
  type Behaviour,
} from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { AWS_IDENTITY, isSigned } from '../../testing/aws-signature.ts';
import { ask, startGateway } from '../../testing/start-gateway.ts';

async function before(script: readonly [Behaviour, ...Behaviour[]]) {
  const upstream = await startScriptedUpstream(script);
  const litellm_params = {
    model: 'sagemaker_chat/my-endpoint',
    api_base: upstream.url,
    ...AWS_IDENTITY,
    aws_region_name: 'eu-west-1',
  };
  const gateway = await startGateway({
    model_list: [{ model_name: 'm', litellm_params }],
    router_settings: { num_retries: 0 },
  });
  return {
    gateway,
    requests: upstream.requests,
    async [Symbol.asyncDispose]() {
      await gateway.stop();
      await upstream.close();
    },
  };
}

const events = [...openAiChunks('Grüße aus Wien').map((chunk) => JSON.stringify(chunk)), '[DONE]'];
const streamed = events.map((event) => `data: ${event}\n\n`).join('');
const frames = (raw: Buffer): Behaviour => ({
  raw,
  headers: { 'content-type': 'application/vnd.amazon.eventstream' },
  sliceBytes: 11,
});

test('an endpoint of SageMaker is asked in OpenAI’s wire, signed, whole and streamed', async () => {
  await using at = await before([
    { json: openAiCompletion({ text: 'Grüße' }) },
    // The pieces end within letters and events.
    frames(sageMakerFrames(streamed, 50)),
  ]);
  const { choices } = await at.gateway.openai.chat.completions.create(ask('m'));
  expect(choices[0]?.message.content).toBe('Grüße');
  const chunks = await Array.fromAsync(await at.gateway.openai.chat.completions.create({ ...ask('m'), stream: true }));
  expect(chunks.map((chunk) => chunk.choices[0]?.delta.content ?? '').join('')).toBe('Grüße aus Wien');
  expect(at.requests.map(({ path }) => path)).toEqual([
    '/endpoints/my-endpoint/invocations',
    '/endpoints/my-endpoint/invocations-response-stream',
  ]);
  for (const request of at.requests) expect(isSigned(request, 'eu-west-1', 'sagemaker')).toBe(true);
});

test('what breaks such a stream is told, and is no end', async () => {
  const begun = sageMakerFrames(streamed.slice(0, streamed.indexOf('\n\n') + 2), 100);
  await using at = await before([
    frames(Buffer.concat([begun, bedrockException('ModelStreamError', 'The container is gone')])),
    frames(begun),
    frames(Buffer.from('garbage that is no frame at all')),
  ]);
  for (const reason of [/container is gone/, /closed the connection/, /no event stream/]) {
    const read = at.gateway.openai.chat.completions
      .create({ ...ask('m'), stream: true })
      .then((stream) => Array.fromAsync(stream));
    await expect(read).rejects.toThrow(reason);
  }
});
