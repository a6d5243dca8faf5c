import { asObject, asObjects, asString, isJsonObject, parseJson, type JsonObject } from '../kit/json.ts';
import type { AnswerEvent, AnswerForm } from './answer-form.ts';

/** Blocks whose input comes as pieces of JSON. */
const CALLS = new Set(['tool_use', 'server_tool_use', 'mcp_tool_use']);

/** Anthropic's messages (its documentation, "Streaming messages", 2026-11). */
export const messagesForm: AnswerForm = {
  isWhole: ({ type, content }) => type === 'message' && Array.isArray(content),
  isEvent: ({ type }) => typeof type === 'string' && /^(?:message|content_block)_/.test(type),
  split({ content, stop_reason: reason, stop_sequence: sequence, ...message }) {
    const usage = asObject(message.usage) ?? {};
    const { output_tokens: _counted, ...asked } = usage;
    return [
      event({
        type: 'message_start',
        message: {
          ...message,
          content: [],
          stop_reason: null,
          stop_sequence: null,
          usage: { ...asked, output_tokens: 0 },
        },
      }),
      ...asObjects(content).flatMap(splitBlock),
      event({
        type: 'message_delta',
        delta: { stop_reason: reason ?? 'end_turn', stop_sequence: sequence ?? null },
        usage,
      }),
      event({ type: 'message_stop' }),
    ];
  },
  join(events) {
    let message: JsonObject | undefined;
    const blocks = new Map<unknown, OpenBlock>();
    for (const one of events) {
      if (one.type === 'message_start') message = asObject(one.message);
      else if (one.type === 'content_block_start')
        blocks.set(one.index, { block: { ...asObject(one.content_block) }, input: '' });
      else if (one.type === 'content_block_delta') addDelta(blocks.get(one.index), asObject(one.delta) ?? {});
      else if (one.type === 'message_delta') message = withEnd(message, one);
    }
    if (!message || typeof message.stop_reason !== 'string') return undefined;
    return { ...message, content: [...blocks.values()].map(closed) };
  },
  saysDone: false,
};

/** A block of which more may come. */
interface OpenBlock {
  readonly block: JsonObject;
  /** The JSON of its input, as far as it has come. */
  input: string;
}

function event(data: JsonObject & { readonly type: string }): AnswerEvent {
  return { name: data.type, data };
}

function splitBlock(block: JsonObject, index: number): AnswerEvent[] {
  const { begun, deltas } = piecesOf(block);
  return [
    event({ type: 'content_block_start', index, content_block: begun }),
    ...deltas.map((delta) => event({ type: 'content_block_delta', index, delta })),
    event({ type: 'content_block_stop', index }),
  ];
}

/** What a block begins as, and what comes behind that. */
function piecesOf(block: JsonObject): { readonly begun: JsonObject; readonly deltas: readonly JsonObject[] } {
  const type = asString(block.type) ?? '';
  if (type === 'text') {
    const { citations, ...rest } = block;
    const cited = asObjects(citations).map((citation) => ({ type: 'citations_delta', citation }));
    return { begun: { ...rest, text: '' }, deltas: [{ type: 'text_delta', text: block.text ?? '' }, ...cited] };
  }
  if (type === 'thinking') {
    const { signature, thinking } = block;
    const proof = typeof signature === 'string' ? [{ type: 'signature_delta', signature }] : [];
    const begun = { ...block, thinking: '', signature: '' };
    return { begun, deltas: [{ type: 'thinking_delta', thinking: thinking ?? '' }, ...proof] };
  }
  if (!CALLS.has(type)) return { begun: block, deltas: [] };
  const json = JSON.stringify(block.input ?? {});
  return { begun: { ...block, input: {} }, deltas: [{ type: 'input_json_delta', partial_json: json }] };
}

function addDelta(open: OpenBlock | undefined, delta: JsonObject): void {
  if (!open) return;
  const { block } = open;
  open.input += asString(delta.partial_json) ?? '';
  for (const member of ['text', 'thinking'] as const) {
    if (typeof delta[member] === 'string') block[member] = (asString(block[member]) ?? '') + delta[member];
  }
  if (typeof delta.signature === 'string') block.signature = delta.signature;
  if (isJsonObject(delta.citation)) block.citations = [...asObjects(block.citations), delta.citation];
}

function closed({ block, input }: OpenBlock): JsonObject {
  return input === '' ? block : { ...block, input: parseJson(input) ?? {} };
}

function withEnd(message: JsonObject | undefined, { delta, usage }: JsonObject): JsonObject {
  const counted = Object.entries(asObject(usage) ?? {}).filter(([, value]) => value !== null);
  return { ...message, ...asObject(delta), usage: { ...asObject(message?.usage), ...Object.fromEntries(counted) } };
}
