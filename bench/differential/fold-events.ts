import { plainValues, type Places } from './plain-values.ts';

type Mapping = Record<string, unknown>;

/**
 * A stream of server-sent events as what a client makes of it. How a text is cut into chunks is not compared: OpenAI's
 * chunks are put together as its SDK does it, and of other wires those that follow each other with the same members are
 * one, their texts joined.
 */
export function foldEvents(text: string, places: Places): unknown {
  const events = text
    .split(/\r\n\r\n|\n\n|\r\r/)
    .map((block) => readBlock(block))
    .filter((event) => event !== undefined);
  const chunks = events.filter(({ data }) => isChunk(data));
  const others = events.filter(({ data }) => !isChunk(data));
  const folded = foldOthers(others, places);
  return chunks.length > 0
    ? { stream: folded, chat: plainValues(joinChunks(chunks.map(({ data }) => data as Mapping)), places) }
    : { stream: folded };
}

interface ServerEvent {
  readonly event?: string;
  readonly data: unknown;
}

function readBlock(block: string): ServerEvent | undefined {
  const lines = block.split(/\r\n|\n|\r/);
  const event = lines
    .find((line) => line.startsWith('event:'))
    ?.slice('event:'.length)
    .trim();
  const data = lines
    .filter((line) => line.startsWith('data:'))
    .map((line) => line.slice('data:'.length).trim())
    .join('\n');
  if (data === '') return undefined;
  return { ...(event === undefined ? {} : { event }), data: parse(data) };
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return data;
  }
}

function isChunk(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'choices' in data && !('error' in data);
}

/** Like OpenAI's SDK: a text for each choice, tool calls by index, what is said once as it was said last. */
function joinChunks(chunks: readonly Mapping[]): Mapping {
  const joined: Mapping = {};
  const choices = new Map<number, Mapping>();
  for (const { choices: parts, ...rest } of chunks) {
    for (const [name, value] of Object.entries(rest)) if (value !== null || !(name in joined)) joined[name] = value;
    for (const part of Array.isArray(parts) ? (parts as Mapping[]) : []) joinChoice(choices, part);
  }
  const usageChunk = chunks.find(({ usage }) => usage !== undefined && usage !== null);
  return {
    ...joined,
    choices: [...choices.values()],
    ...(usageChunk ? { usageChunkHasChoices: ((usageChunk.choices as unknown[] | null)?.length ?? 0) > 0 } : {}),
  };
}

function joinChoice(choices: Map<number, Mapping>, { delta, index, ...rest }: Mapping): void {
  const at = typeof index === 'number' ? index : 0;
  const choice = choices.get(at) ?? { index: at, delta: {} };
  choices.set(at, choice);
  for (const [name, value] of Object.entries(rest)) {
    // A choice of a text completion is its text.
    if (name === 'text' && typeof choice.text === 'string') choice.text += String(value);
    else if (value !== null && value !== undefined) choice[name] = value;
  }
  joinInto(choice.delta as Mapping, (delta ?? {}) as Mapping);
}

/** Texts are appended, lists joined by `index`, mappings member by member. */
function joinInto(whole: Mapping, part: Mapping): void {
  for (const [name, value] of Object.entries(part)) {
    if (value === null || value === undefined || value === '') continue;
    const before = whole[name];
    if (typeof value === 'string' && typeof before === 'string' && !SAID_ONCE.has(name)) whole[name] = before + value;
    else if (Array.isArray(value)) whole[name] = joinList(before, value);
    else if (typeof value === 'object') {
      const inner = (before ?? {}) as Mapping;
      joinInto(inner, value as Mapping);
      whole[name] = inner;
    } else whole[name] = value;
  }
}

const SAID_ONCE = new Set(['role', 'id', 'type', 'name']);

function joinList(before: unknown, parts: readonly unknown[]): unknown[] {
  const list = Array.isArray(before) ? (before as unknown[]) : [];
  for (const part of parts) {
    const at = (part as Mapping | null)?.index;
    if (typeof at !== 'number') list.push(part);
    else {
      const item = (list[at] ?? {}) as Mapping;
      joinInto(item, part as Mapping);
      list[at] = item;
    }
  }
  return list;
}

function foldOthers(events: readonly ServerEvent[], places: Places): unknown[] {
  const folded: { event?: string; data: unknown }[] = [];
  for (const { event, data } of events) {
    const last = folded.at(-1);
    if (last && last.event === event && isDelta(data) && shapeOf(last.data) === shapeOf(data))
      joinTexts(last.data as Mapping, data as Mapping);
    else folded.push({ ...(event === undefined ? {} : { event }), data: plainValues(data, places) });
  }
  return folded;
}

function isDelta(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'delta' in data;
}

/** The members of an event without its texts and its number. */
function shapeOf(data: unknown): string {
  return JSON.stringify(data, (name, value: unknown) => {
    if (name === 'sequence_number') return 0;
    return TEXTS.has(name) && typeof value === 'string' ? '' : value;
  });
}

const TEXTS = new Set(['text', 'thinking', 'partial_json', 'delta', 'signature', 'obfuscation']);

function joinTexts(whole: Mapping, part: Mapping): void {
  for (const [name, value] of Object.entries(part)) {
    const before = whole[name];
    if (TEXTS.has(name) && typeof value === 'string' && typeof before === 'string') whole[name] = before + value;
    else if (typeof value === 'object' && value !== null) joinTexts(before as Mapping, value as Mapping);
  }
}
