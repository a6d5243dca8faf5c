import { describe, expect, test } from 'vitest';
import type { ChatChunk, ChatCompletion, ChatRequest, Usage } from '../../spec/operations/chat.ts';
import { collectStream } from './collect-stream.ts';
import { scenarios, type ChatOutcome, type Scenario, type ScenarioName } from './scenarios.ts';

/** A vendor as the suite sees it, however it is reached. */
export interface ChatSubject {
  readonly name: string;
  /** What the vendor does not have; everything else it must pass. */
  readonly lacks?: readonly ScenarioName[];
  /** Makes the vendor ready to answer one scenario: a recorded answer behind a server, or a model that is loaded. */
  open(scenario: Scenario): Promise<ChatSession>;
}

export interface ChatSession extends AsyncDisposable {
  /** `request.model` is whatever the session calls. */
  complete(request: ChatRequest, signal: AbortSignal): Promise<ChatCompletion>;
  stream(request: ChatRequest, signal: AbortSignal): AsyncIterable<ChatChunk>;
}

/** What is true of the chat of each vendor: the same request gives the same kind of answer, whole and streamed. */
export function describeChat(subject: ChatSubject): void {
  describe(`${subject.name} as a vendor of chat`, () => {
    for (const scenario of scenarios.filter(({ name }) => !subject.lacks?.includes(name))) {
      test(`${scenario.title}, in one piece`, async ({ signal }) => {
        await using session = await subject.open(scenario);
        const answer = readCompletion(await session.complete(chatRequest(scenario, false), signal));
        scenario.check(answer);
        expect(answer.usage).toSatisfy(isCounted);
      });

      test(`${scenario.title}, streamed`, async ({ signal }) => {
        await using session = await subject.open(scenario);
        const answer = await collectStream(session.stream(chatRequest(scenario, true), signal));
        scenario.check(answer);
        expect(answer.usage).toSatisfy(isCounted);
      });
    }

    test('stops at once when the caller goes away', async () => {
      const scenario = scenarios.find(({ name }) => name === 'text');
      if (!scenario) throw new Error('there is no scenario of plain text');
      await using session = await subject.open(scenario);
      const caller = new AbortController();
      const chunks = session.stream(chatRequest(scenario, true), caller.signal)[Symbol.asyncIterator]();
      await chunks.next();
      caller.abort();
      await expect(drain(chunks)).rejects.toThrow(/abort/i);
    });
  });
}

function chatRequest(scenario: Scenario, stream: boolean): ChatRequest {
  return { ...scenario.request, model: 'conformance', stream };
}

function readCompletion(completion: ChatCompletion): ChatOutcome {
  expect(completion.object).toBe('chat.completion');
  expect(completion.id).not.toBe('');
  expect(completion.created).toBeGreaterThan(0);
  const [choice, ...others] = completion.choices;
  expect(others).toEqual([]);
  if (!choice) throw new Error('the completion has no choice');
  return { message: choice.message, finishReason: choice.finish_reason, usage: completion.usage };
}

function isCounted(usage: Usage | undefined): boolean {
  if (!usage || usage.prompt_tokens <= 0 || usage.completion_tokens <= 0) return false;
  return usage.total_tokens === usage.prompt_tokens + usage.completion_tokens;
}

async function drain(chunks: AsyncIterator<ChatChunk>): Promise<void> {
  while (!(await chunks.next()).done);
}
