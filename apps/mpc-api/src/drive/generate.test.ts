import {
  openAiChunks,
  openAiCompletion,
  openAiError,
  startScriptedUpstream,
  type Behaviour,
  type ScriptedUpstream,
} from '@showrunner/testkit';
import { afterEach, describe, expect, it } from 'vitest';
import { listOperation } from '../testing/list-kind.ts';
import { Budget } from './ask/budget.ts';
import type { Strategy } from './compose/choose-model.ts';
import type { Composed } from './compose/compose.ts';
import { GatewayClient } from '../gateway/gateway-client.ts';
import { generate, type Generated } from './generate.ts';
import { ModelLimits } from '../gateway/model-limits.ts';
import { ModelSpeeds } from '../gateway/model-speeds.ts';
import { Tally } from './ask/tally.ts';
import type { GenerationEvent } from './variant.ts';
import { freeAccount } from '../testing/free-account.ts';

const good = { lines: ['one two three', 'four five six', 'seven eight nine'] };

describe('generating', () => {
  it('asks once when the first answer passes every check', async () => {
    const run = await written([says(good)]);
    expect(run.data).toMatchObject(good);
    expect(run.tally).toMatchObject({ attempts: 1, repairs: 0, tokens: { input: 9, output: 12 }, model: 'gpt-test' });
    expect(body(run, 0)).toMatchObject({
      model: 'default',
      response_format: { type: 'json_schema', json_schema: { name: 'list', strict: true } },
    });
  });

  it.each([
    ['fenced', { json: openAiCompletion({ text: `\`\`\`json\n${JSON.stringify(good)}\n\`\`\`` }) }],
    ['with prose around it', { json: openAiCompletion({ text: `Sure!\n${JSON.stringify(good)}\nEnjoy.` }) }],
    ['after reasoning', { json: openAiCompletion({ text: `<think>{}</think>${JSON.stringify(good)}` }) }],
  ])('takes an answer that comes %s without asking again', async (_how, behaviour) => {
    const run = await written([behaviour]);
    expect(run.data).toMatchObject(good);
    expect(run.tally.attempts).toBe(1);
  });

  it.each([
    ['empty', { json: openAiCompletion({ text: '' }) }],
    ['truncated', { json: openAiCompletion({ text: '{"lines":["one', finishReason: 'length' }) }],
    ['not JSON', { json: openAiCompletion({ text: 'I like tea.' }) }],
    ['of another shape', says({ lines: ['only one'] })],
    ['refused', { json: openAiCompletion({ refusal: 'No.' }) }],
  ] as [string, Behaviour][])('asks again after an answer that is %s', async (_fault, behaviour) => {
    const run = await written([behaviour, says(good)]);
    expect(run.data).toMatchObject(good);
    expect(run.tally.attempts).toBe(2);
  });

  it('shows the model its wrong answer and what was wrong with it', async () => {
    const run = await written([says({ lines: [7] }), says(good)]);
    const { messages } = body(run, 1) as { messages: { role: string; content: string }[] };
    expect(messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
    expect(messages.at(-1)?.content).toMatch(/lines/);
  });

  it('gives a truncated answer more room', async () => {
    const run = await written([{ json: openAiCompletion({ text: '{', finishReason: 'length' }) }, says(good)]);
    expect(body(run, 1)).toMatchObject({ max_tokens: 200 });
  });

  it('asks in stages a model that cannot give the whole at once', async () => {
    const run = await written([text('tea'), text('tea'), text('a b c'), text('d e f'), text('g h i')]);
    expect(run.data).toMatchObject({ lines: ['a b c', 'd e f', 'g h i'] });
    expect(run.tally.attempts).toBe(5);
  });

  it('gives up with what went wrong when no stage helps, and never fills in', async () => {
    await expect(written([text('')])).rejects.toMatchObject({
      code: 'GENERATION_FAILED',
      details: { checks: [{ name: 'empty', ok: false }], truncated: false, attempts: 5 },
    });
  });

  it.each(['single', 'staged'] as const)('takes a refusal in prose for one after two asks, %s', async (strategy) => {
    const refusal = text("I'm sorry, but I can't assist with that request.");
    await expect(written([refusal], { strategy })).rejects.toMatchObject({
      code: 'GENERATION_FAILED',
      details: { refused: true, attempts: 2 },
    });
  });

  it('says that the model refused, without trying stages', async () => {
    await expect(written([{ json: openAiCompletion({ refusal: 'No.' }) }])).rejects.toMatchObject({
      code: 'GENERATION_FAILED',
      details: { refused: true, attempts: 2 },
    });
  });

  it('repairs only what failed', async () => {
    const run = await written([says({ lines: ['one two three', '# four', 'seven'] }), text('four five')]);
    expect(run.data).toMatchObject({ lines: ['one two three', 'four five', 'seven'] });
    expect(run.tally).toMatchObject({ attempts: 2, repairs: 1 });
  });

  it('fails when a guarantee stays broken through every round', async () => {
    const broken = says({ lines: ['# one', 'two', 'three'] });
    await expect(written([broken, text('# again')])).rejects.toMatchObject({
      code: 'GENERATION_FAILED',
      details: { checks: [{ name: 'speakable', ok: false }], attempts: 4, repairs: 3 },
    });
  });

  it('delivers the best draft with its finding when only a wish stays unmet, and fails it when strict', async () => {
    const script = [says({ lines: ['a b c d e f', 'b', 'c'] }), text('a b c d'), text('a b c d e')] as const;
    const run = await written(script);
    expect(run.data).toMatchObject({ lines: ['a b c d', 'b', 'c'] });
    expect(run.findings.filter(({ ok }) => !ok)).toMatchObject([{ name: 'length', value: 4, limit: 3 }]);
    await expect(written(script, { options: { strict: true } })).rejects.toMatchObject({ code: 'GENERATION_FAILED' });
  });

  it('delivers what is only to be reported, strict or not', async () => {
    const run = await written([says({ lines: ['one?', 'b', 'c'] }), text('one?')], { options: { strict: true } });
    expect(run.findings.filter(({ ok }) => !ok)).toMatchObject([{ name: 'statement' }]);
  });

  it('keeps a draft that holds its guarantees when the provider fails during a repair', async () => {
    const run = await written([
      says({ lines: ['a b c d', 'b', 'c'] }),
      { status: 429, json: openAiError('slow down') },
    ]);
    expect(run.data).toMatchObject({ lines: ['a b c d', 'b', 'c'] });
  });

  it.each([
    [429, true],
    [402, false],
    [500, true],
    [401, false],
  ])('passes a provider status %i on as LLM_ERROR', async (status, retryable) => {
    const refusal = { status, headers: { 'retry-after': '7' }, json: openAiError('The provider says no.') };
    await expect(written([refusal])).rejects.toMatchObject({
      code: 'LLM_ERROR',
      isRetryable: retryable,
      message: 'The provider says no.',
      details: { status, retryable },
      headers: { 'retry-after': '7' },
    });
  });

  it('calls a page with status 200 unreadable', async () => {
    await expect(written([{ raw: '<html>Welcome</html>' }])).rejects.toMatchObject({ code: 'LLM_ERROR' });
  });

  it('calls a gateway that breaks the connection unavailable', async () => {
    await expect(written([{ reset: true }])).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  });

  it('ends the work upstream when the deadline passes', async () => {
    const upstream = await startScriptedUpstream([{ hang: true }]);
    await expect(written([], { upstream, deadlineMs: 100 })).rejects.toThrow('deadline');
    await expect.poll(() => upstream.requests[0]?.aborted).toBe(true);
    await upstream.close();
  });

  it('leaves out what a model refuses to be told, and remembers that', async () => {
    const refusal = { status: 400, json: openAiError("Unsupported value: 'temperature' does not support 0.7.") };
    const limits = new ModelLimits();
    const first = await written([refusal, says(good)], { limits });
    expect(body(first, 1)).not.toHaveProperty('temperature');
    const second = await written([says(good)], { limits });
    expect(body(second, 0)).not.toHaveProperty('temperature');
  });

  it('tells a model the schema in words when it takes no response_format', async () => {
    const refusal = { status: 400, json: openAiError('response_format json_schema is not supported') };
    const run = await written([refusal, says(good)]);
    expect(JSON.stringify(body(run, 1))).toMatch(/JSON Schema.*lines/);
  });

  it('does not begin what may cost more than allowed', async () => {
    await expect(written([says(good)], { options: { max_cost: 0.01 } })).rejects.toMatchObject({
      code: 'VALIDATION_ERROR',
      details: { issues: [{ path: 'max_cost' }] },
    });
  });

  it('writes variants one after the other, the first also on top', async () => {
    const run = await written([says(good), says({ lines: ['x', 'y', 'z'] })], { options: { variants: 2 } });
    expect(run.data).toMatchObject({ ...good, variants: [good, { lines: ['x', 'y', 'z'] }] });
    expect(run.findings.map(({ variant }) => variant)).toEqual([0, 0, 0, 1, 1, 1]);
  });

  it('says of a variant that fails which it is', async () => {
    const script = [says(good), says({ lines: ['# x', 'y', 'z'] }), text('# x')] as const;
    await expect(written(script, { options: { variants: 2 } })).rejects.toMatchObject({
      details: { checks: [{ name: 'speakable', variant: 1 }] },
    });
  });

  it('gives a repeated ask another seed, so that the same answer does not come again', async () => {
    const run = await written([text(''), says(good)], { options: { seed: 7 } });
    expect(body(run, 0)).toMatchObject({ seed: 7 });
    expect(body(run, 1)).toMatchObject({ seed: 8 });
  });

  describe('while somebody watches', () => {
    it('tells what the kind tells as it completes, from a streamed answer', async () => {
      const run = await watched([{ sse: openAiChunks(JSON.stringify(good)) }]);
      expect(run.told.filter(({ kind }) => kind === 'event')).toHaveLength(3);
      expect(run.data).toMatchObject(good);
      expect(run.tally.tokens).toEqual({ input: 9, output: 12 });
      expect(run.tally.costUsd).toBeCloseTo(9 * 0.001 + 12 * 0.002);
    });

    it('asks again when the stream is cut, and says so when it is cut every time', async () => {
      const cut: Behaviour = { sse: openAiChunks(JSON.stringify(good)), cutAfter: 900 };
      const run = await watched([cut, { sse: openAiChunks(JSON.stringify(good)) }]);
      expect(run.data).toMatchObject(good);
      expect(run.tally).toMatchObject({ attempts: 2, costUsd: null });
      await expect(watched([cut])).rejects.toMatchObject({ code: 'LLM_ERROR', details: { retryable: true } });
    });

    it('passes on an error event that comes instead of content', async () => {
      const failure = { error: { message: 'Overloaded', type: 'overloaded', param: null, code: '503' } };
      await expect(watched([{ sse: [failure] }])).rejects.toMatchObject({
        code: 'LLM_ERROR',
        message: 'Overloaded',
        details: { status: 503 },
      });
    });

    it('says of which variant it tells', async () => {
      const answer: Behaviour = { sse: openAiChunks(JSON.stringify(good)) };
      const run = await watched([answer, answer], { options: { variants: 2 } });
      const told = run.told.filter(({ kind }) => kind === 'event').map(({ variant }) => variant);
      expect(told).toEqual([0, 0, 0, 1, 1, 1]);
    });

    it('tells progress of the stages, and each finding once', async () => {
      const run = await watched([text('a b c d'), text('b'), text('c'), text('a')], { strategy: 'staged' });
      expect(run.told.filter(({ kind }) => kind === 'progress')).toHaveLength(3);
      const checks = run.told
        .filter((event) => event.kind === 'check')
        .map(({ finding }) => `${finding.path} ${finding.ok}`);
      expect(checks).toEqual(['0 false', '1 true', '2 true', '0 true']);
    });
  });
});

interface Run extends Generated {
  readonly tally: Tally;
  readonly told: GenerationEvent[];
  readonly requests: ScriptedUpstream['requests'];
}

interface Circumstances {
  readonly options?: Composed['options'];
  readonly strategy?: Strategy;
  readonly limits?: ModelLimits;
  readonly upstream?: ScriptedUpstream;
  readonly deadlineMs?: number;
}

const open: (GatewayClient | ScriptedUpstream)[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

function written(script: readonly Behaviour[], circumstances: Circumstances = {}): Promise<Run> {
  return generated(script, circumstances);
}

function watched(script: readonly Behaviour[], circumstances: Circumstances = {}): Promise<Run> {
  const told: GenerationEvent[] = [];
  return generated(script, circumstances, told);
}

async function generated(
  script: readonly Behaviour[],
  circumstances: Circumstances,
  told?: GenerationEvent[],
): Promise<Run> {
  const upstream = circumstances.upstream ?? (await startScriptedUpstream(script as [Behaviour]));
  const gateway = new GatewayClient({ baseUrl: `${upstream.url}/v1` });
  open.push(gateway, ...(circumstances.upstream ? [] : [upstream]));
  const tally = new Tally();
  const strategy = circumstances.strategy ?? 'single';
  const model = { name: 'default', strategy, price: { input: 0.001, output: 0.002 }, maxOutputTokens: undefined };
  const options = circumstances.options ?? {};
  const request = {
    operation: listOperation,
    body: {},
    workspace: 'default',
    keyId: 'key',
    requestId: 'test',
    cacheUse: 'shared',
  } as const;
  const input = { topic: 'coffee', words: 3 };
  const composed: Composed = {
    request,
    operation: listOperation,
    input,
    options,
    ignored: [],
    model,
    modelNames: ['default'],
    deadlineMs: 60_000,
    jobDeadlineMs: 60_000,
    resolved: {},
    asksModel: true,
  };
  const signal =
    circumstances.deadlineMs === undefined ? new AbortController().signal : deadline(circumstances.deadlineMs);
  const made = await generate(
    composed,
    {
      gateway,
      limits: circumstances.limits ?? new ModelLimits(),
      speeds: new ModelSpeeds(),
      model,
      seed: options.seed,
      budget: new Budget(options.max_cost, tally),
      account: freeAccount,
      requestId: 'test',
      signal,
      tally,
      isStreamed: told !== undefined,
      ...(told ? { tell: (event: GenerationEvent) => told.push(event) } : {}),
    },
    { operations: [listOperation] },
  );
  return { ...made, tally, told: told ?? [], requests: upstream.requests };
}

function deadline(milliseconds: number): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(new Error('The deadline passed.')), milliseconds);
  return controller.signal;
}

function says(value: unknown): Behaviour {
  return text(JSON.stringify(value));
}

function text(content: string): Behaviour {
  return { json: openAiCompletion({ text: content }) };
}

function body(run: Run, index: number): unknown {
  return run.requests[index]?.body;
}
