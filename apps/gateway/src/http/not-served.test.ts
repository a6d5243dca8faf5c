import { expect, test } from 'vitest';
import routes from '../litellm/routes.generated.json' with { type: 'json' };
import { unservedFeature } from '../litellm/unserved-routes.ts';
import { openAiModel, startGateway } from '../testing/start-gateway.ts';

test.each([
  ['/v1/realtime', 'realtime sessions'],
  ['/ui', 'the admin UI'],
  ['/ui/login/index.html', 'the admin UI'],
  ['/v1/vector_stores/vs_1/search', 'vector stores'],
  ['/v1/threads/thread_1/runs', 'assistants'],
  ['/v1/fine_tuning/jobs', 'fine-tuning'],
  ['/v1/ocr', 'OCR'],
  ['/v1/videos/video_1/content', 'video'],
  ['/prompts/list', 'prompts'],
  ['/sso/key/generate', 'SSO and JWT'],
])('%s is one of LiteLLM’s paths, for %s', (path, feature) => {
  expect(unservedFeature(path)).toBe(feature);
});

test('each feature that the gateway does not have has paths', () => {
  for (const [feature, paths] of Object.entries(routes.unserved)) expect([feature, paths.length]).not.toContain(0);
});

test('they answer 501 in LiteLLM’s shape, and other unknown paths 404', async () => {
  await using gateway = await startGateway({ model_list: [openAiModel('m', 'http://127.0.0.1:9')] });
  for (const [path, method] of [
    ['/v1/threads?limit=1', 'POST'],
    ['/v1/vector_stores/vs_1', 'DELETE'],
    ['/ui/', 'GET'],
  ] as const) {
    const answer = await fetch(gateway.url + path, { method });
    expect([answer.status, await answer.json()]).toMatchObject([
      501,
      {
        error: {
          code: '501',
          type: 'not_implemented_error',
          message: expect.stringContaining('does not serve') as string,
        },
      },
    ]);
  }
  const unknown = await gateway.get('/v1/nothing');
  expect([unknown.status, await unknown.json()]).toEqual([404, { detail: 'Not Found' }]);
  expect((await gateway.get('/v1/models')).status).toBe(200);
});
