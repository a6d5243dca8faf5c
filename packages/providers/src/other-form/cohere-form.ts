import { asCount, asObject, asObjects, asString, type JsonObject } from '../kit/json.ts';
import type { AnswerEvent, AnswerForm } from './answer-form.ts';
import { joinMembers } from './join-members.ts';

/** What each piece of a part or of a call says once. */
const FIXED: ReadonlySet<string> = new Set(['type', 'id', 'name']);

/** Cohere's chats (its API reference, "Chat with Streaming", v2, 2026-11). */
export const cohereForm: AnswerForm = {
  isWhole: ({ message, finish_reason: reason }) => asObject(message) !== undefined && typeof reason === 'string',
  isEvent: ({ type }) => typeof type === 'string' && /^(?:message|content|tool-plan|tool-call|citation)-/.test(type),
  split({ id, message, finish_reason: reason, usage }) {
    const { content, tool_plan: plan, tool_calls: calls, citations } = asObject(message) ?? {};
    const blank = { role: 'assistant', content: [], tool_plan: '', tool_calls: [], citations: [] };
    return [
      event('message-start', { ...(id !== undefined && { id }), ...saying(blank) }),
      ...(typeof plan === 'string' && plan !== '' ? [event('tool-plan-delta', saying({ tool_plan: plan }))] : []),
      ...partsOf(content).flatMap(splitPart),
      ...asObjects(calls).flatMap(splitCall),
      ...asObjects(citations).flatMap((citation, index) => [
        event('citation-start', { index, ...saying({ citations: citation }) }),
        event('citation-end', { index }),
      ]),
      event('message-end', { delta: { finish_reason: reason, ...(usage !== undefined && { usage }) } }),
    ];
  },
  join(events) {
    const parts = new Map<number, JsonObject>();
    const calls = new Map<number, JsonObject>();
    const citations: JsonObject[] = [];
    let plan = '';
    let id: unknown;
    let end: JsonObject | undefined;
    for (const one of events) {
      const { content, tool_calls: call, tool_plan: planned, citations: cited } = saidBy(one);
      const index = asCount(one.index);
      if (one.type === 'message-start') ({ id } = one);
      else if (one.type === 'message-end') end = asObject(one.delta);
      else if (one.type === 'tool-plan-delta') plan += asString(planned) ?? '';
      else if (one.type === 'citation-start') citations.push(...asObjects([cited]));
      else if (isPiece(one, 'content'))
        parts.set(index, joinMembers(parts.get(index) ?? {}, asObject(content) ?? {}, FIXED));
      else if (isPiece(one, 'tool-call'))
        calls.set(index, joinMembers(calls.get(index) ?? {}, asObject(call) ?? {}, FIXED));
    }
    if (typeof end?.finish_reason !== 'string') return undefined;
    return {
      ...(id !== undefined && { id }),
      ...end,
      message: {
        role: 'assistant',
        ...(plan !== '' && { tool_plan: plan }),
        ...(parts.size > 0 && { content: [...parts.values()] }),
        ...(calls.size > 0 && { tool_calls: [...calls.values()] }),
        ...(citations.length > 0 && { citations }),
      },
    };
  },
  saysDone: false,
};

function event(type: string, members: JsonObject): AnswerEvent {
  return { name: type, data: { type, ...members } };
}

function saying(message: JsonObject): JsonObject {
  return { delta: { message } };
}

function saidBy({ delta }: JsonObject): JsonObject {
  return asObject(asObject(delta)?.message) ?? {};
}

function isPiece({ type }: JsonObject, of: string): boolean {
  return type === `${of}-start` || type === `${of}-delta`;
}

/** Some servers of this wire give one text in the place of parts. */
function partsOf(content: unknown): JsonObject[] {
  return typeof content === 'string' ? [{ type: 'text', text: content }] : asObjects(content);
}

function splitPart(part: JsonObject, index: number): AnswerEvent[] {
  const member = part.type === 'thinking' ? 'thinking' : 'text';
  return [
    event('content-start', { index, ...saying({ content: { ...part, [member]: '' } }) }),
    event('content-delta', { index, ...saying({ content: { [member]: asString(part[member]) ?? '' } }) }),
    event('content-end', { index }),
  ];
}

function splitCall(call: JsonObject, index: number): AnswerEvent[] {
  const { arguments: given, ...named } = asObject(call.function) ?? {};
  const text = asString(given) ?? '';
  return [
    event('tool-call-start', { index, ...saying({ tool_calls: { ...call, function: { ...named, arguments: '' } } }) }),
    event('tool-call-delta', { index, ...saying({ tool_calls: { function: { arguments: text } } }) }),
    event('tool-call-end', { index }),
  ];
}
