import type { FinishedRecord } from '../../exchange/record/record.ts';
import { isMapping, parseMapping, type Mapping } from '../../json/mapping.ts';

/** What a caller was sent, as it was written. */
export interface SentAnswer {
  readonly text: string;
  readonly encoding: 'latin1' | 'utf8';
}

/** The answer as an object; a stream's as the answer that it said, as LiteLLM puts its chunks together. */
export function toldAnswer({ text, encoding }: SentAnswer, record: FinishedRecord): unknown {
  const whole = encoding === 'latin1' ? Buffer.from(text, 'latin1').toString('utf8') : text;
  if (!record.isStream) return parseMapping(whole) ?? whole;
  const events = whole
    .split('\n')
    .flatMap((line): Mapping[] => (line.startsWith('data: {') ? [parseMapping(line.slice(6)) ?? {}] : []));
  const last = events.findLast(({ response }) => isMapping(response));
  return last ? last.response : joined(events, record);
}

/** Why an answer ended, of each choice; on any wire. */
export function finishReasons(answer: unknown): readonly string[] {
  if (!isMapping(answer)) return [];
  const choices = Array.isArray(answer.choices) ? answer.choices.filter(isMapping) : [];
  const reasons = [...choices.map(({ finish_reason: reason }) => reason), answer.stop_reason, reasonOfResponse(answer)];
  return reasons.filter((reason) => typeof reason === 'string');
}

function reasonOfResponse({ object, status, incomplete_details: details }: Mapping): unknown {
  if (object !== 'response') return undefined;
  return isMapping(details) && typeof details.reason === 'string' ? details.reason : status;
}

interface Choice {
  readonly index: number;
  content: string;
  reasoning: string;
  readonly toolCalls: Map<number, { id: unknown; name: unknown; arguments: string }>;
  finishReason: string | null;
}

function joined(events: readonly Mapping[], { model, usage }: FinishedRecord): Mapping {
  const choices = new Map<number, Choice>();
  const about: { id?: unknown; created?: unknown; model?: unknown } = {};
  for (const event of events) {
    const message = isMapping(event.message) ? event.message : event;
    about.id ??= message.id;
    about.created ??= message.created;
    about.model ??= message.model;
    if (Array.isArray(event.choices)) for (const one of event.choices.filter(isMapping)) addChunk(choices, one);
    else addEvent(choiceAt(choices, 0), event);
  }
  if (choices.size === 0) choiceAt(choices, 0);
  return {
    ...(about.id !== undefined && { id: about.id }),
    ...(about.created !== undefined && { created: about.created }),
    object: 'chat.completion',
    model: about.model ?? model,
    choices: [...choices.values()].map(choiceOf),
    usage: usage ?? null,
  };
}

function choiceOf({ index, content, reasoning, toolCalls, finishReason }: Choice): Mapping {
  const calls = [...toolCalls.values()].map(({ id, name, arguments: written }) => ({
    id,
    type: 'function',
    function: { name, arguments: written },
  }));
  const message = {
    role: 'assistant',
    content,
    ...(reasoning !== '' && { reasoning_content: reasoning }),
    ...(calls.length > 0 && { tool_calls: calls }),
  };
  return { index, message, finish_reason: finishReason };
}

function choiceAt(choices: Map<number, Choice>, index: number): Choice {
  const known = choices.get(index);
  if (known) return known;
  const choice = { index, content: '', reasoning: '', toolCalls: new Map(), finishReason: null };
  choices.set(index, choice);
  return choice;
}

/** A choice of a chunk on OpenAI's wires: of a chat, or of a completion, which has its text itself. */
function addChunk(choices: Map<number, Choice>, { index, delta, text, finish_reason: reason }: Mapping): void {
  const choice = choiceAt(choices, typeof index === 'number' ? index : 0);
  if (typeof text === 'string') choice.content += text;
  if (typeof reason === 'string') choice.finishReason = reason;
  if (!isMapping(delta)) return;
  if (typeof delta.content === 'string') choice.content += delta.content;
  if (typeof delta.reasoning_content === 'string') choice.reasoning += delta.reasoning_content;
  const calls = Array.isArray(delta.tool_calls) ? delta.tool_calls.filter(isMapping) : [];
  for (const call of calls) {
    const named = isMapping(call.function) ? call.function : {};
    addCall(choice, Number(call.index ?? 0), { id: call.id, name: named.name, part: named.arguments });
  }
}

/** An event of Anthropic's wire. */
function addEvent(choice: Choice, { index, delta, content_block: block }: Mapping): void {
  if (isMapping(block) && block.type === 'tool_use') addCall(choice, Number(index), { id: block.id, name: block.name });
  if (!isMapping(delta)) return;
  if (typeof delta.text === 'string') choice.content += delta.text;
  if (typeof delta.thinking === 'string') choice.reasoning += delta.thinking;
  if (delta.partial_json !== undefined) addCall(choice, Number(index), { part: delta.partial_json });
  if (typeof delta.stop_reason === 'string') choice.finishReason = REASONS.get(delta.stop_reason) ?? delta.stop_reason;
}

/** Anthropic's words, and OpenAI's for the same. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['end_turn', 'stop'],
  ['stop_sequence', 'stop'],
  ['max_tokens', 'length'],
  ['tool_use', 'tool_calls'],
]);

function addCall(
  { toolCalls }: Choice,
  index: number,
  { id, name, part }: { readonly id?: unknown; readonly name?: unknown; readonly part?: unknown },
): void {
  const call = toolCalls.get(index) ?? { id, name, arguments: '' };
  call.id ??= id;
  call.name ??= name;
  if (typeof part === 'string') call.arguments += part;
  toolCalls.set(index, call);
}
