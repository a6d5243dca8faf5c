import { asObject, asObjects, asString, type JsonObject } from '../kit/json.ts';
import type { AnswerEvent, AnswerForm } from './answer-form.ts';

const ENDS = ['completed', 'incomplete', 'failed'];

/** OpenAI's responses (its API reference, "Responses", "Streaming events", 2026-11). */
export const responsesForm: AnswerForm = {
  isWhole: ({ object, output }) => object === 'response' && Array.isArray(output),
  isEvent: ({ type }) => typeof type === 'string' && type.startsWith('response.'),
  split(response) {
    const status = asString(response.status) ?? 'completed';
    const { usage: _counted, ...rest } = response;
    const begun = { ...rest, status: 'in_progress', output: [], completed_at: null };
    const events = [
      { type: 'response.created', response: begun },
      { type: 'response.in_progress', response: begun },
      ...asObjects(response.output).flatMap(splitItem),
      { type: `response.${ENDS.includes(status) ? status : 'completed'}`, response },
    ];
    return events.map((data, index): AnswerEvent => ({ name: data.type, data: { ...data, sequence_number: index } }));
  },
  /** The last event holds all of it. */
  join: (events) =>
    events
      .filter(({ type }) => ENDS.some((end) => type === `response.${end}`))
      .map(({ response }) => asObject(response))
      .at(-1),
  saysDone: false,
};

type TypedEvent = JsonObject & { readonly type: string };

function splitItem(item: JsonObject, index: number): TypedEvent[] {
  const at = { output_index: index };
  const id = { ...at, item_id: item.id };
  const pieces = [
    ...asObjects(item.type === 'message' ? item.content : undefined).flatMap((part, place) =>
      splitPart(part, { ...id, content_index: place }),
    ),
    ...argumentsOf(item, id),
  ];
  return [
    { type: 'response.output_item.added', ...at, item: begunItem(item) },
    ...pieces,
    { type: 'response.output_item.done', ...at, item },
  ];
}

function begunItem(item: JsonObject): JsonObject {
  if (item.type === 'message') return { ...item, status: 'in_progress', content: [] };
  return item.type === 'function_call' ? { ...item, status: 'in_progress', arguments: '' } : item;
}

function splitPart(part: JsonObject, place: JsonObject): TypedEvent[] {
  const kind = part.type === 'refusal' ? 'refusal' : 'text';
  const said = part[kind];
  const name = kind === 'text' ? 'response.output_text' : 'response.refusal';
  return [
    { type: 'response.content_part.added', ...place, part: { ...part, [kind]: '' } },
    { type: `${name}.delta`, ...place, delta: said },
    { type: `${name}.done`, ...place, [kind]: said },
    { type: 'response.content_part.done', ...place, part },
  ];
}

function argumentsOf(item: JsonObject, id: JsonObject): TypedEvent[] {
  if (item.type !== 'function_call') return [];
  const name = 'response.function_call_arguments';
  return [
    { type: `${name}.delta`, ...id, delta: item.arguments },
    { type: `${name}.done`, ...id, arguments: item.arguments },
  ];
}
