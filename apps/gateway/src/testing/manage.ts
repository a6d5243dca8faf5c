import { openAiCompletion, startScriptedUpstream } from '@showrunner/testkit';
import { afterAll, beforeAll, expect } from 'vitest';
import { ask, MASTER_KEY, openAiModel, startGateway, type StartedGateway } from './start-gateway.ts';

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** Speaks to a gateway as those who manage it do, with a key of theirs or else the master key. */
export function manager(gateway: () => StartedGateway) {
  const answerOf = async (response: Response): Promise<Answer> => ({
    status: response.status,
    body: (await response.json()) as Answer['body'],
  });
  const headers = (key?: string) => (key === undefined ? {} : { authorization: `Bearer ${key}` });
  const post = async (path: string, body: object, key?: string) =>
    answerOf(await gateway().postTo(path, body, headers(key)));
  const done = async (path: string, body: object, key?: string): Promise<Answer['body']> => {
    const answer = await post(path, body, key);
    expect(answer).toMatchObject({ status: 200 });
    return answer.body;
  };
  return {
    post,
    /** The answer's body, of what is to succeed. */
    done,
    get: async (path: string, key = MASTER_KEY): Promise<Answer> =>
      answerOf(await fetch(gateway().url + path, { headers: headers(key) })),
    /** A key that was made. */
    key: async (members: object = {}): Promise<string> => String((await done('/key/generate', members)).key),
    /** A call of a model. */
    call: (key: string, model = 'gpt', members: object = {}) => post('/v1/chat/completions', ask(model, members), key),
  };
}

/**
 * One gateway for all tests of a file, which serves `gpt` and `claude`, and who manages it.
 *
 * @param general what its general settings say beside the master key
 */
export function managedGateway(general: object = {}) {
  let upstream: Awaited<ReturnType<typeof startScriptedUpstream>>;
  let gateway: StartedGateway;
  beforeAll(async () => {
    upstream = await startScriptedUpstream(() => ({ json: openAiCompletion() }));
    const models = ['gpt', 'claude'].map((group) => openAiModel(group, upstream.url));
    gateway = await startGateway({
      model_list: models,
      general_settings: { master_key: MASTER_KEY, ...general },
    });
  });
  afterAll(async () => {
    await gateway.stop();
    await upstream[Symbol.asyncDispose]();
  });
  return { ...manager(() => gateway), url: () => gateway.url };
}
