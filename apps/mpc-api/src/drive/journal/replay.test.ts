import { operations, type Operation } from '@showrunner/recipes';
import {
  openAiCompletion,
  plainestValue,
  startScriptedUpstream,
  type PlainSchema,
  type RecordedRequest,
} from '@showrunner/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GatewayClient, type ChatBody } from '../../gateway/gateway-client.ts';
import { ModelLimits } from '../../gateway/model-limits.ts';
import { ModelSpeeds } from '../../gateway/model-speeds.ts';
import { chaptersKind } from '../../testing/chapters-kind.ts';
import { listKind } from '../../testing/list-kind.ts';
import { Budget } from '../ask/budget.ts';
import type { Strategy } from '../compose/choose-model.ts';
import { generate } from '../generate.ts';
import type { Journal, Outcome } from './journal.ts';
import { comparePaths } from './place.ts';
import { Tally } from '../ask/tally.ts';
import { freeAccount } from '../../testing/free-account.ts';

/** Every operation there is, those of the test's kinds as well: one revises, one runs another by name. */
const all: readonly Operation[] = [...operations, ...listKind.operations, ...chaptersKind.operations];

let upstream: Awaited<ReturnType<typeof startScriptedUpstream>>;
let gateway: GatewayClient;
beforeAll(async () => {
  upstream = await startScriptedUpstream(({ body }: RecordedRequest) => ({
    json: openAiCompletion({ text: plainestAnswer(body as ChatBody) }),
  }));
  gateway = new GatewayClient({ baseUrl: `${upstream.url}/v1` });
});
afterAll(async () => {
  await gateway.close();
  await upstream.close();
});

const cases = all.flatMap((operation) => (['single', 'staged'] as const).map((strategy) => ({ operation, strategy })));

test.each(cases)(
  '$operation.name, $strategy: what its effects gave, fed again, leads to the same answer without a question',
  async ({ operation, strategy }) => {
    const kept = new Map<string, Outcome>();
    const first = await perform(operation, strategy, {
      read: () => undefined,
      write: (place, outcome) => void kept.set(place, outcome),
      safe: () => undefined,
    });
    const inOrder = [...kept].toSorted(([one], [other]) => comparePaths(one, other));
    const stored = new Map(JSON.parse(JSON.stringify(inOrder)) as [string, Outcome][]);
    const asked = upstream.requests.length;
    const again = await perform(operation, strategy, {
      read: (place) => stored.get(place),
      write: (place) => expect.unreachable(`nothing new comes of ${place}`),
      safe: () => undefined,
    });
    expect(again).toEqual(first);
    expect(upstream.requests).toHaveLength(asked);
    expect(stored.size).toBeGreaterThan(0);
  },
);

/** The answer, or the error that says why there is none: a guarantee may stay broken, each time in the same way. */
async function perform(operation: Operation, strategy: Strategy, journal: Journal): Promise<unknown> {
  const model = { name: 'default', strategy, price: null, maxOutputTokens: undefined };
  const request = {
    operation,
    body: {},
    workspace: 'default',
    keyId: 'key',
    requestId: 'replay',
    cacheUse: 'none',
  } as const;
  const input = operation.input.parse({ ...operation.example, ...more[operation.name] });
  const about = {
    ignored: [],
    modelNames: [],
    deadlineMs: 60_000,
    jobDeadlineMs: 60_000,
    resolved: {},
    asksModel: true,
    options: {},
    model,
    request,
    operation,
    input,
  };
  const { signal } = new AbortController();
  const tally = new Tally();
  const limits = new ModelLimits();
  const conversation = {
    gateway,
    limits,
    model,
    requestId: 'replay',
    isStreamed: false,
    signal,
    tally,
    speeds: new ModelSpeeds(),
    budget: new Budget(undefined, tally),
    account: freeAccount,
  };
  try {
    return await generate(about, conversation, { operations: all, journal });
  } catch (error) {
    const { code, message, details } = error as { code: string; message: string; details: { checks: unknown } };
    return { code, message, checks: details.checks };
  }
}

const SENTENCE = 'A pump pushes hot water through finely ground coffee.';

function plainestAnswer({ response_format: format }: ChatBody): string {
  const schema = (format as { json_schema?: { schema: PlainSchema } } | undefined)?.json_schema?.schema;
  return schema === undefined ? SENTENCE : JSON.stringify(plainestValue(schema, SENTENCE));
}

/** What makes an operation ask at once and choose. */
const more: Readonly<Record<string, object>> = {
  metadata: { locales: ['de', 'fr', 'it', 'es', 'nl'] },
  script: { duration: 150 },
};
