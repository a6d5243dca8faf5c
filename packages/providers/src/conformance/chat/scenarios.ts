import { expect } from 'vitest';
import type { AssistantMessage, ChatRequest, FinishReason, Usage } from '../../spec/operations/chat.ts';

/** What came back, the same for an answer that came whole and for one that was put together from chunks. */
export interface ChatOutcome {
  message: AssistantMessage;
  finishReason: FinishReason | null;
  usage: Usage | undefined;
}

export type ScenarioName =
  | 'text'
  | 'tool-call'
  | 'parallel-tool-calls'
  | 'tool-call-without-arguments'
  | 'structured-output'
  | 'image'
  | 'length'
  | 'stop-sequence'
  | 'content-filter'
  | 'reasoning'
  | 'cached-prompt';

/** A request, and what is true of each right answer to it, whoever wrote it. */
export interface Scenario {
  name: ScenarioName;
  /** The title of the test, after "The vendor ". */
  title: string;
  request: Partial<ChatRequest> & Pick<ChatRequest, 'messages'>;
  check(outcome: ChatOutcome): void;
}

const weatherTool = {
  type: 'function' as const,
  function: {
    name: 'get_weather',
    description: 'The weather of a city now',
    parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  },
};

const timeTool = {
  type: 'function' as const,
  function: { name: 'get_time', description: 'The time now', parameters: { type: 'object', properties: {} } },
};

/** Eight by eight pixels, all red. */
const redSquare =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEklEQVR4nGP4z8CAFWEXHbQSACj/P8Fu7N9hAAAAAElFTkSuQmCC';

export const scenarios: readonly Scenario[] = [
  {
    name: 'text',
    title: 'answers in text',
    request: {
      messages: [
        { role: 'system', content: 'Answer in one sentence.' },
        { role: 'user', content: 'How is espresso brewed?' },
      ],
      max_tokens: 100,
    },
    check({ message, finishReason }) {
      expect(message.content?.trim()).not.toBe('');
      expect(message.content).toBeTypeOf('string');
      expect(message.tool_calls).toBeUndefined();
      expect(finishReason).toBe('stop');
    },
  },
  {
    name: 'tool-call',
    title: 'calls a tool with JSON arguments',
    request: {
      messages: [{ role: 'user', content: 'What is the weather in Zürich?' }],
      tools: [weatherTool],
      tool_choice: 'required',
    },
    check({ message, finishReason }) {
      expect(message.tool_calls).toHaveLength(1);
      expect(calledCities(message)).toEqual([expect.any(String)]);
      expect(finishReason).toBe('tool_calls');
    },
  },
  {
    name: 'parallel-tool-calls',
    title: 'calls a tool twice in one answer, under two ids',
    request: {
      messages: [{ role: 'user', content: 'What is the weather in Zürich, and what in São Paulo?' }],
      tools: [weatherTool],
    },
    check({ message, finishReason }) {
      expect(calledCities(message)).toEqual(['Zürich', 'São Paulo']);
      expect(new Set(message.tool_calls?.map(({ id }) => id)).size).toBe(2);
      expect(finishReason).toBe('tool_calls');
    },
  },
  {
    name: 'tool-call-without-arguments',
    title: 'calls a tool that takes nothing with an empty object',
    request: { messages: [{ role: 'user', content: 'What time is it?' }], tools: [timeTool], tool_choice: 'required' },
    check({ message, finishReason }) {
      expect(message.tool_calls?.map((call) => call.function)).toEqual([{ name: 'get_time', arguments: '{}' }]);
      expect(finishReason).toBe('tool_calls');
    },
  },
  {
    name: 'structured-output',
    title: 'answers with JSON that fits a schema',
    request: {
      messages: [{ role: 'user', content: 'A title and a length in seconds for a short video on espresso.' }],
      response_format: {
        type: 'json_schema',
        json_schema: {
          name: 'video',
          strict: true,
          schema: {
            type: 'object',
            properties: { title: { type: 'string' }, seconds: { type: 'integer' } },
            required: ['title', 'seconds'],
            additionalProperties: false,
          },
        },
      },
    },
    check({ message, finishReason }) {
      const answer: unknown = JSON.parse(message.content ?? '');
      expect(answer).toEqual({ title: expect.any(String), seconds: expect.any(Number) });
      expect(message.tool_calls).toBeUndefined();
      expect(finishReason).toBe('stop');
    },
  },
  {
    name: 'image',
    title: 'sees an image',
    request: {
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'Which colour is the square?' },
            { type: 'image_url', image_url: { url: redSquare } },
          ],
        },
      ],
    },
    check({ message }) {
      expect(message.content).toMatch(/red/i);
    },
  },
  {
    name: 'length',
    title: 'says that an answer was cut at max_tokens',
    request: { messages: [{ role: 'user', content: 'Tell a long story.' }], max_tokens: 8 },
    check({ message, finishReason, usage }) {
      expect(message.content).not.toBe('');
      expect(finishReason).toBe('length');
      expect(usage?.completion_tokens).toBeLessThanOrEqual(8);
    },
  },
  {
    name: 'stop-sequence',
    title: 'stops before a stop sequence',
    request: { messages: [{ role: 'user', content: 'Count in words: one, two, …' }], stop: ['three'], max_tokens: 50 },
    check({ message, finishReason }) {
      expect(message.content).not.toContain('three');
      expect(finishReason).toBe('stop');
    },
  },
  {
    name: 'content-filter',
    title: 'says that an answer was refused',
    request: { messages: [{ role: 'user', content: 'Something that the vendor refuses.' }] },
    check({ finishReason }) {
      expect(finishReason).toBe('content_filter');
    },
  },
  {
    name: 'reasoning',
    title: 'shows its reasoning apart from the answer',
    request: { messages: [{ role: 'user', content: 'How many bars?' }] },
    check({ message }) {
      expect(message.reasoning_content).toMatch(/130 psi/);
      expect(message.content).toBe('Nine bars.');
    },
  },
  {
    name: 'cached-prompt',
    title: 'counts what its prompt cache held as part of the prompt',
    request: { messages: [{ role: 'user', content: 'A long prompt.' }] },
    check({ usage }) {
      const details = usage?.prompt_tokens_details;
      const cached = (details?.cached_tokens ?? 0) + (details?.cache_creation_tokens ?? 0);
      expect(cached).toBeGreaterThan(0);
      expect(usage?.prompt_tokens).toBeGreaterThanOrEqual(cached);
    },
  },
];

function calledCities(message: AssistantMessage): unknown[] {
  return (message.tool_calls ?? []).map((call) => {
    expect(call.function.name).toBe('get_weather');
    expect(call.id).not.toBe('');
    return (JSON.parse(call.function.arguments) as { city?: unknown }).city;
  });
}
