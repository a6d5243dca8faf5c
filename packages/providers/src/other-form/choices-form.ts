import { asObject, asObjects, isJsonObject, type JsonObject } from '../kit/json.ts';
import type { AnswerEvent, AnswerForm } from './answer-form.ts';
import { joinMembers } from './join-members.ts';

/** What each piece of a choice repeats. */
const FIXED: ReadonlySet<string> = new Set([
  'index',
  'role',
  'id',
  'type',
  'name',
  'expires_at',
  'finish_reason',
  'native_finish_reason',
  'stop_reason',
]);

/** How a choice says its part, whole and in pieces. */
interface ChoiceForm {
  /** The member by which a whole choice is known. */
  readonly whole: string;
  /** The same of a piece. */
  readonly piece: string;
  readonly object: { readonly whole: string; readonly piece: string };
  /** A whole choice as a piece of everything, without its end. */
  split(choice: JsonObject): JsonObject;
  /** What the last piece says of the choice beside its end. */
  readonly empty: JsonObject;
  join(before: JsonObject, piece: JsonObject): JsonObject;
}

/** OpenAI's answers of choices (its API reference, "Chat" and "Completions", 2026-11). */
function choicesForm(form: ChoiceForm): AnswerForm {
  return {
    isWhole: ({ choices }) => asObjects(choices).some((choice) => choice[form.whole] !== undefined),
    isEvent: ({ choices }) => asObjects(choices).some((choice) => choice[form.piece] !== undefined),
    split: (answer) => splitChoices(form, answer),
    join: (events, isDone) => joinChoices(form, events, isDone),
    saysDone: true,
  };
}

function splitChoices(form: ChoiceForm, { choices, usage, ...rest }: JsonObject): AnswerEvent[] {
  const head = { ...rest, object: form.object.piece };
  const given = asObjects(choices);
  const said = given.map((choice, index) => ({ index, ...form.split(choice), finish_reason: null }));
  const ends = given.map(({ finish_reason: reason, index: at }, index) => ({
    index: at ?? index,
    ...form.empty,
    // The answer is whole, whatever its vendor says of its end.
    finish_reason: typeof reason === 'string' && reason !== '' ? reason : 'stop',
  }));
  return [
    { data: { ...head, choices: said } },
    { data: { ...head, choices: ends } },
    ...(isJsonObject(usage) ? [{ data: { ...head, choices: [], usage } }] : []),
  ];
}

function joinChoices(form: ChoiceForm, events: readonly JsonObject[], isDone: boolean): JsonObject | undefined {
  let head: JsonObject = {};
  const found = new Map<number, JsonObject>();
  for (const { choices, ...rest } of events) {
    head = joinHead(head, rest);
    for (const piece of asObjects(choices)) {
      const index = typeof piece.index === 'number' ? piece.index : 0;
      found.set(index, form.join(found.get(index) ?? { index, finish_reason: null }, piece));
    }
  }
  const choices = [...found.values()].toSorted((one, other) => Number(one.index) - Number(other.index));
  const areFinished = choices.every(({ finish_reason: reason }) => typeof reason === 'string' && reason !== '');
  if (choices.length === 0 || !(isDone || areFinished)) return undefined;
  return { ...head, object: form.object.whole, choices };
}

/** What is true of the answer as a whole: the last that was said. */
function joinHead(before: JsonObject, piece: JsonObject): JsonObject {
  return { ...before, ...Object.fromEntries(Object.entries(piece).filter(([, value]) => value !== null)) };
}

/** Chat completions. */
export const chatForm: AnswerForm = choicesForm({
  whole: 'message',
  piece: 'delta',
  object: { whole: 'chat.completion', piece: 'chat.completion.chunk' },
  split({ message, ...choice }) {
    const { tool_calls: calls, thinking_blocks: blocks, ...said } = asObject(message) ?? {};
    return {
      ...choice,
      delta: {
        role: 'assistant',
        ...said,
        ...(Array.isArray(calls) && { tool_calls: numbered(calls) }),
        ...(Array.isArray(blocks) && { thinking_blocks: numbered(blocks) }),
      },
    };
  },
  empty: { delta: {} },
  join({ message, ...before }, { delta, ...piece }) {
    const { tool_calls: had, ...said } = asObject(message) ?? { role: 'assistant', content: null };
    const { tool_calls: calls, ...told } = asObject(delta) ?? {};
    const called = joinCalls(asObjects(had), asObjects(calls));
    return {
      ...joinMembers(before, withoutBlankReason(piece), FIXED),
      message: { ...joinMembers(said, told, FIXED), ...(called.length > 0 && { tool_calls: called }) },
    };
  },
});

/** Completions of prompts. */
export const textForm: AnswerForm = choicesForm({
  whole: 'text',
  piece: 'text',
  object: { whole: 'text_completion', piece: 'text_completion' },
  split: (choice) => choice,
  empty: { text: '' },
  join: (before, piece) => joinMembers(before, withoutBlankReason(piece), FIXED),
});

function withoutBlankReason({ finish_reason: reason, ...piece }: JsonObject): JsonObject {
  return typeof reason === 'string' && reason !== '' ? { ...piece, finish_reason: reason } : piece;
}

function numbered(list: readonly unknown[]): JsonObject[] {
  return asObjects(list).map((one, index) => ({ index, ...one }));
}

/** Calls by their numbers, which whole answers do not have. */
function joinCalls(had: readonly JsonObject[], pieces: readonly JsonObject[]): JsonObject[] {
  const calls = [...had];
  for (const { index, ...piece } of pieces) {
    const at = typeof index === 'number' ? index : calls.length;
    calls[at] = joinMembers(calls[at] ?? {}, piece, FIXED);
  }
  return calls.filter((call) => call !== undefined);
}
