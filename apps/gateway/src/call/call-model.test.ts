import {
  openAiChunks,
  openAiCompletion,
  openAiError,
  startScriptedUpstream,
  type Behaviour,
} from '@showrunner/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Attempt } from '../exchange/attempt.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { FinishedRecord } from '../exchange/record/record.ts';
import { callingOf, configOf, exchangeOf, type Calling } from '../testing/open-exchange.ts';
import { ask, openAiModel } from '../testing/start-gateway.ts';
import { callModel } from './call-model.ts';

const fails: Behaviour = { status: 500, json: openAiError('broken') };
/** Also where nobody else can answer. */
const coolsAtOnce = { InternalServerErrorAllowedFails: 0, TimeoutErrorAllowedFails: 0 };
const answers: Behaviour = { json: openAiCompletion({ text: 'Hello' }) };

/** One upstream for each script, under the groups `a`, `b` and so on. */
async function start(scripts: readonly [Behaviour, ...Behaviour[]][], router: object = {}) {
  const ended: Attempt[] = [];
  const upstreams = await Promise.all(scripts.map((script) => startScriptedUpstream(script)));
  onTestFinished(async () => void (await Promise.all(upstreams.map((upstream) => upstream.close()))));
  const models = upstreams.map(({ url }, index) => openAiModel('abc'[index] ?? '', url));
  const config = await configOf(models, { num_retries: 0, ...router });
  const calling = callingOf(config, [{ attemptEnded: (attempt) => ended.push(attempt) }]);
  return { calling, upstreams, ended, inFlight: () => inFlightOf(calling, config.deployments) };
}

function inFlightOf({ states }: Calling, deployments: readonly { id: string }[]): number[] {
  return deployments.map(({ id }) => states.byId(id).inFlight);
}

/** Takes a stream to its end, as a client that reads all of it. */
async function drain(calling: Calling, exchange: Exchange): Promise<string> {
  const answer = await callModel(calling, exchange);
  if (answer.kind === 'plain') return answer.text;
  return new Promise((resolve, reject) => {
    let text = '';
    answer.stream.pipe({
      write: (piece) => (text += piece) !== '',
      end: () => resolve(text),
      fail: reject,
    });
  });
}

describe('a model that is called', () => {
  test('is tried again within its group, and each attempt is counted once', async () => {
    const { calling, ended, inFlight } = await start([[fails, answers]], { num_retries: 1, retry_after: 0 });
    const exchange = exchangeOf(calling, ask('a'));
    expect(await drain(calling, exchange)).toContain('Hello');
    expect(ended.map(({ failure }) => failure === undefined)).toEqual([false, true]);
    expect(exchange.record).toMatchObject({ state: 'answered', retries: 1, fallbacks: 0 });
    expect(exchange.record.upstreamMs).toBeCloseTo(ended.reduce((sum, { vendorMs }) => sum + vendorMs, 0));
    expect(inFlight()).toEqual([0]);
  });

  test('is stood in for by its fallbacks in their order, and the first failure is told where all fail', async () => {
    const router = { fallbacks: [{ a: ['b', 'c'] }] };
    const saved = await start([[fails], [fails], [answers]], router);
    expect(await drain(saved.calling, exchangeOf(saved.calling, ask('a')))).toContain('Hello');
    expect(saved.upstreams.map(({ requests }) => requests.length)).toEqual([1, 1, 1]);

    const lost = await start([[fails], [{ status: 503, json: openAiError('away') }], [fails]], router);
    await expect(drain(lost.calling, exchangeOf(lost.calling, ask('a')))).rejects.toMatchObject({
      status: 500,
      message: expect.stringContaining('Available Model Group Fallbacks=[b, c]') as string,
    });
    expect(lost.inFlight()).toEqual([0, 0, 0]);
  });

  test('streams until its vendor’s last byte: only then its attempt is over', async () => {
    const sse = openAiChunks('one two three');
    const { calling, ended } = await start([[{ sse, gapMs: 20 }]]);
    const exchange = exchangeOf(calling, ask('a', { stream: true }));
    const answer = await callModel(calling, exchange);
    expect(ended).toEqual([]);
    expect(exchange.vendorMs).toBeGreaterThan(0);
    await new Promise<void>((resolve, reject) => {
      if (answer.kind === 'stream') answer.stream.pipe({ write: () => true, end: resolve, fail: reject });
    });
    expect(ended).toHaveLength(1);
    const [attempt] = ended;
    expect(attempt?.endedAt).toBeGreaterThan(attempt?.firstContentAt ?? Infinity);
    expect(exchange.record.upstreamMs).toBe(attempt?.vendorMs);
  });

  test('whose stream breaks after its first content has failed, for cooldowns too', async () => {
    const sse = openAiChunks('one two three four').slice(0, 3);
    const broken: Behaviour = { sse, done: false, gapMs: 5, afterwards: 'reset' };
    const { calling, ended, inFlight } = await start([[broken]], {
      allowed_fails_policy: coolsAtOnce,
      cooldown_time: 60,
    });
    await expect(drain(calling, exchangeOf(calling, ask('a', { stream: true })))).rejects.toMatchObject({
      kind: 'connection',
    });
    expect(ended[0]?.failure).toMatchObject({ kind: 'connection' });
    expect(calling.states.byId(ended[0]?.deployment.id ?? '').cooledUntil).toBeGreaterThan(performance.now());
    expect(inFlight()).toEqual([0]);
  });

  test('that is late for its caller alone cools down for nobody; late by its own limit it does', async () => {
    const { calling, ended } = await start([[{ hang: true }]], { allowed_fails_policy: coolsAtOnce, timeout: 30 });
    const hurried = exchangeOf(calling, ask('a'), 0.05);
    const answer = callModel(calling, hurried);
    setTimeout(() => hurried.lifetime.endIfLate(performance.now()), 80);
    await expect(answer).rejects.toMatchObject({ kind: 'timeout', status: 504 });
    const state = calling.states.byId(ended[0]?.deployment.id ?? '');
    expect(state).toMatchObject({ failures: 0, cooledUntil: 0 });
    const usual = exchangeOf(calling, ask('a'), 30);
    const late = callModel(calling, usual);
    setTimeout(() => usual.lifetime.endIfLate(Infinity), 50);
    await expect(late).rejects.toMatchObject({ kind: 'timeout' });
    expect(state.cooledUntil).toBeGreaterThan(performance.now());
  });

  test('whose client leaves is aborted, and that tells nothing about it', async () => {
    const { calling, upstreams, ended } = await start([[{ hang: true }]], { allowed_fails_policy: coolsAtOnce });
    const exchange = exchangeOf(calling, ask('a'));
    const answer = callModel(calling, exchange);
    await expect.poll(() => upstreams[0]?.requests.length).toBe(1);
    exchange.lifetime.clientLeft();
    await expect(answer).rejects.toMatchObject({ kind: 'aborted' });
    expect(calling.states.byId(ended[0]?.deployment.id ?? '')).toMatchObject({ failures: 0, cooledUntil: 0 });
  });
});

test('an observer that throws is reported, and keeps nobody from their turn', async () => {
  const finished: FinishedRecord[] = [];
  const broken = new Error('broken observer');
  const fail = (): never => {
    throw broken;
  };
  const config = await configOf([{ model_name: 'a', litellm_params: { model: 'openai/x', mock_response: 'fine' } }]);
  const calling = callingOf(config, [
    { exchangeBegan: fail, attemptEnded: fail, exchangeEnded: fail },
    { exchangeEnded: (record) => finished.push(record) },
  ]);
  const exchange = exchangeOf(calling, ask('a'));
  await callModel(calling, exchange);
  calling.observers.exchangeEnded(exchange.finish(undefined));
  expect(finished).toMatchObject([{ state: 'finished', status: 200, usage: { total_tokens: 30 } }]);
  expect(calling.reports).toEqual([broken, broken, broken]);
});

test('a stream of this process whose client stands still ends when the client leaves', async () => {
  const config = await configOf([{ model_name: 'a', litellm_params: { model: 'openai/x', mock_response: 'one two' } }]);
  const calling = callingOf(config);
  const exchange = exchangeOf(calling, ask('a', { stream: true }));
  const answer = await callModel(calling, exchange);
  const end = new Promise((resolve, reject) => {
    if (answer.kind === 'stream') answer.stream.pipe({ write: () => false, end: () => resolve('end'), fail: reject });
  });
  exchange.lifetime.clientLeft();
  await expect(end).rejects.toMatchObject({ kind: 'aborted' });
});
