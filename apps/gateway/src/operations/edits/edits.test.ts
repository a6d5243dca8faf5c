import { startScriptedUpstream } from '@showrunner/testkit';
import { toFile } from 'openai';
import { describe, expect, test } from 'vitest';
import { openAiModel, startGateway } from '../../testing/start-gateway.ts';

const picture = { created: 1, data: [{ b64_json: 'iVBORw0KGgo=' }] };
const png = (name: string) => toFile(Buffer.from([137, 80, 78, 71]), name, { type: 'image/png' });

describe('changed pictures through the gateway', () => {
  test('are made of several files and a mask', async () => {
    await using upstream = await startScriptedUpstream([{ json: picture }]);
    await using gateway = await startGateway({
      model_list: [openAiModel('m', upstream.url, { output_cost_per_image: 0.25, quality: 'low' })],
    });
    const { data, response } = await gateway.openai.images
      .edit({
        image: [await png('one.png'), await png('dos.png')],
        mask: await png('mask.png'),
        prompt: 'ein Hut',
        model: 'm',
        n: 2,
      })
      .withResponse();
    expect(data).toMatchObject(picture);
    expect(response.headers.get('x-litellm-response-cost')).toBe('0.5');
    expect(upstream.requests[0]?.path).toBe('/v1/images/edits');
    const text = upstream.requests[0]?.bytes.toString('latin1') ?? '';
    expect(text.match(/filename="[^"]+"/g)?.sort()).toEqual([
      'filename="dos.png"',
      'filename="mask.png"',
      'filename="one.png"',
    ]);
    expect(text.match(/name="(?:model|quality|prompt|n)"\r\n\r\n[^\r]*/g)?.sort()).toEqual([
      'name="model"\r\n\r\ngpt-5.4',
      'name="n"\r\n\r\n2',
      'name="prompt"\r\n\r\nein Hut',
      'name="quality"\r\n\r\nlow',
    ]);
  });

  test('come by and by where they are streamed', async () => {
    const sse = ['image_edit.partial_image', 'image_edit.completed'].map((type) => ({
      event: type,
      data: { type, b64_json: 'AAAA' },
    }));
    await using upstream = await startScriptedUpstream([{ sse, done: false }]);
    await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)] });
    const stream = await gateway.openai.images.edit({
      image: await png('a.png'),
      prompt: 'x',
      model: 'm',
      stream: true,
    });
    const types: string[] = [];
    for await (const event of stream) types.push(event.type);
    expect(types).toEqual(['image_edit.partial_image', 'image_edit.completed']);
  });

  test('of no words are refused, and variations need none', async () => {
    await using upstream = await startScriptedUpstream([{ json: picture }]);
    await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)] });
    await expect(
      gateway.openai.images.edit({ image: await png('a.png'), prompt: '', model: 'm' }),
    ).rejects.toMatchObject({ status: 400, param: 'prompt' });
    expect(await gateway.openai.images.createVariation({ image: await png('a.png'), model: 'm' })).toMatchObject(
      picture,
    );
    const rows = (await (await gateway.get('/spend/logs')).json()) as object[];
    expect(rows).toMatchObject([{ call_type: 'aimage_variation' }]);
  });
});
