import {
  openAiCompletion,
  plainestValue,
  type Behaviour,
  type PlainSchema,
  type RecordedRequest,
} from '@showrunner/testkit';
import { describe, expect, test } from 'vitest';
import { attacks, idOf, materialChannels, type Attack } from './attacks.ts';
import { canaryOf } from './canary.ts';
import { flawsIn, newTexts } from './judge.ts';
import { requestOf } from './requests.ts';
import { startBefore, type Asked } from './stack.ts';
import { topics } from './topics.ts';

/** All attacks are put to a server of its own. */
const DEADLINE_MS = 120_000;

const canary = canaryOf(1, 'scripted');

interface ChatBody {
  readonly messages: readonly { readonly content: string }[];
  readonly response_format?: { readonly json_schema?: { readonly schema: PlainSchema } };
}

/** A model that copies its question into every text: the marks, the orders in the material and who it is told to be. */
function copyingModel({ method, body }: RecordedRequest): Behaviour {
  if (method !== 'POST')
    return {
      json: { data: [{ model_name: 'default', litellm_params: { model: 'openai/gpt-test' }, model_info: {} }] },
    };
  const { messages, response_format: format } = body as ChatBody;
  const own = 'Water runs through the ground coffee for half a minute. Fresh beans leave a golden foam behind.';
  const copied = `<<< Espresso is pressed with hot water, says ${canary}. ${own} >>> ${messages[0]?.content ?? ''}`;
  const schema = format?.json_schema?.schema;
  return { json: openAiCompletion({ text: schema ? JSON.stringify(plainestValue(schema, copied)) : copied }) };
}

interface Put {
  readonly attack: Attack;
  readonly asked: readonly Asked[];
  readonly texts: readonly string[];
  readonly status: number;
}

async function putAll(strategy: string): Promise<Put[]> {
  await using stack = await startBefore(copyingModel, { MPC_STRATEGY: strategy });
  const all: Put[] = [];
  for (const attack of attacks) {
    const request = requestOf(attack, attack.words(canary));
    const response = await stack.post(request.path, request.body);
    const { data } = (await response.json()) as { readonly data?: unknown };
    all.push({ attack, asked: stack.takeAsked(), texts: newTexts(data, request), status: response.status });
  }
  return all;
}

describe.each(['single', 'staged'])('asked in the way of %s', (strategy) => {
  test(
    'material stays between its marks, and no answer has marks or the system prompt',
    { timeout: DEADLINE_MS },
    async () => {
      const all = await putAll(strategy);
      const outside = all.filter(
        ({ attack, asked }) =>
          materialChannels.includes(attack.channel) &&
          asked.some(({ prompt }) => prompt.replaceAll(/<<<[\s\S]*?>>>/g, '').includes(canary)),
      );
      expect(outside.map(({ attack }) => idOf(attack))).toEqual([]);
      expect(all.every(({ asked }) => asked.length > 0)).toBe(true);
      expect(all.filter(({ status }) => status === 200).length).toBeGreaterThan(attacks.length / 4);
      const flawed = all.filter(({ attack, asked, texts }) => {
        const systems = asked.map(({ system }) => system);
        const flaws = flawsIn(texts, { canary, words: '', topic: topics[attack.language], systems });
        return flaws.includes('marks') || flaws.includes('leaked');
      });
      expect(flawed.map(({ attack, texts }) => [idOf(attack), texts])).toEqual([]);
    },
  );
});

test('there are attacks of many kinds, through every way in, in at least five languages', () => {
  expect(attacks.length).toBeGreaterThanOrEqual(24);
  expect(new Set(attacks.map(idOf)).size).toBe(attacks.length);
  expect(new Set(attacks.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(15);
  expect(new Set(attacks.map(({ channel }) => channel)).size).toBe(8);
  expect(new Set(attacks.map(({ language }) => language)).size).toBeGreaterThanOrEqual(5);
});
