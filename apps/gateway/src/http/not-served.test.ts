import { openAiCompletion, startScriptedUpstream } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import routes from '../litellm/routes.generated.json' with { type: 'json' };
import { unservedFeature } from '../litellm/unserved-routes.ts';
import { ask, MASTER_KEY, openAiModel, startGateway } from '../testing/start-gateway.ts';

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
  expect(unservedFeature(path)).toMatchObject({ name: feature, instead: expect.stringMatching(/\w/) as string });
});

test('each feature that the gateway does not have has paths, and something to do in its place', () => {
  for (const [feature, [path = '']] of Object.entries(routes.unserved)) {
    expect(unservedFeature(path)).toEqual({ name: feature, instead: expect.stringMatching(/\w{3}/) as string });
  }
});

test('no path of LiteLLM’s is unknown: each is served, or is a 501 in LiteLLM’s shape that says what to do', async () => {
  await using gateway = await startGateway({ model_list: [openAiModel('m', 'http://127.0.0.1:9')] });
  const paths = [...Object.values(routes.unserved).flat(), ...routes.others];
  const wrong: string[] = [];
  for (const path of new Set(paths)) {
    const url = gateway.url + path.replaceAll(/\{[^}]+\}/g, 'x');
    const answer = await fetch(url, { headers: { authorization: `Bearer ${MASTER_KEY}` } });
    const text = await answer.text();
    // What there is not says that there is no such route; what there is may have nothing of the name.
    if (answer.status !== 501) {
      if (text === '{"detail":"Not Found"}') wrong.push(`${answer.status} ${path}`);
      continue;
    }
    const { error } = JSON.parse(text) as { error: { type: string; code: string; message: string } };
    expect(error).toMatchObject({ type: 'not_implemented_error', code: '501', param: null });
    expect(error.message).toMatch(
      /does not serve .+: \w.+ lists what it serves|docs\/guides\/pass-through\.md|; set [A-Z_]+/,
    );
  }
  expect(wrong).toEqual([]);
});

test('other unknown paths are 404', async () => {
  await using gateway = await startGateway({ model_list: [openAiModel('m', 'http://127.0.0.1:9')] });
  const unknown = await gateway.get('/v1/nothing');
  expect([unknown.status, await unknown.json()]).toEqual([404, { detail: 'Not Found' }]);
  expect((await gateway.get('/v1/models')).status).toBe(200);
  for (const path of ['/v1/chat/completions', '/key/generate', '/v1beta/models/m:generateContent']) {
    expect((await gateway.get(path)).status).toBe(405);
  }
});

test('a slash at the end of a path leads to the path without it, with method, body and query', async () => {
  await using upstream = await startScriptedUpstream([{ json: openAiCompletion({ text: 'Hello' }) }]);
  await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)] });
  const answer = await gateway.postTo('/v1/chat/completions/', ask('m'));
  expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('Hello')]);
  const headers = { authorization: `Bearer ${MASTER_KEY}` };
  const models = await fetch(`${gateway.url}/model/info/?team_id=a`, { headers, redirect: 'manual' });
  expect([models.status, models.headers.get('location')]).toEqual([307, '../info?team_id=a']);
  expect((await gateway.get('/nothing/of/ours/')).status).toBe(404);
});
