import type { IncomingHttpHeaders } from 'node:http';
import {
  EventStreamReader,
  EventTooLargeError,
  readAnthropicUsage,
  readGeminiUsage,
  readOpenAiUsage,
  readResponsesUsage,
  type Usage,
} from '@showrunner/providers';
import { isMapping, parseMapping, type Mapping } from '../json/mapping.ts';

/** An answer of JSON that is longer is not looked at. */
const MOST_BYTES = 8 * 1024 * 1024;

/** What a vendor said of its answer. */
export interface Counted {
  readonly usage: Usage | undefined;
  /** The vendor's own model id. */
  readonly model: string | undefined;
  /** Of what was made; nothing where the answer has none. */
  readonly id: string | undefined;
}

/** Reads what a vendor counted out of an answer that passes, in whose wire it may be. */
export class CountedAnswer {
  readonly #form: 'events' | 'whole' | 'unread';
  readonly #headers: IncomingHttpHeaders;
  readonly #events = new EventStreamReader();
  #pieces: Buffer[] = [];
  #bytes = 0;
  /** Members of usage, where they come by and by. */
  #usage: Mapping = {};
  #count: Usage | undefined;
  #model: string | undefined;
  #id: string | undefined;
  #isLost = false;

  constructor(headers: IncomingHttpHeaders) {
    const type = headers['content-type'] ?? '';
    this.#headers = headers;
    if (/^text\/event-stream\b/i.test(type)) this.#form = 'events';
    else this.#form = /^application\/([\w.+-]+\+)?json\b/i.test(type) ? 'whole' : 'unread';
  }

  push(bytes: Buffer): void {
    if (this.#isLost || this.#form === 'unread') return;
    if (this.#form === 'events') {
      this.#readEvents(() => this.#events.push(bytes));
      return;
    }
    this.#bytes += bytes.length;
    this.#isLost = this.#bytes > MOST_BYTES;
    if (this.#isLost) this.#pieces = [];
    else this.#pieces.push(bytes);
  }

  /** Behind the last byte, or where the answer broke off. */
  end(): Counted {
    if (this.#form === 'events') this.#readEvents(() => this.#events.finish());
    if (this.#form === 'whole') this.#readWhole(Buffer.concat(this.#pieces).toString());
    return { usage: this.#count ?? usageIn(bedrockCounts(this.#headers)), model: this.#model, id: this.#id };
  }

  #readEvents(take: () => void): void {
    if (this.#isLost) return;
    try {
      take();
      while (this.#events.next()) this.#read(parseMapping(this.#events.data));
    } catch (error) {
      if (!(error instanceof EventTooLargeError)) throw error;
      this.#isLost = true;
    }
  }

  /** Google's streams without `alt=sse` are one list. */
  #readWhole(text: string): void {
    const parts = text.trimStart().startsWith('[') ? parseMapping(`{"parts":${text}}`)?.parts : [parseMapping(text)];
    if (Array.isArray(parts)) for (const part of parts) if (isMapping(part)) this.#read(part);
  }

  #read(document: Mapping | undefined): void {
    if (!document) return;
    const parts = [document, document.response, document.message].filter(isMapping);
    for (const { id, model, modelVersion, usage, usageMetadata, meta } of parts) {
      if (typeof id === 'string') this.#id ??= id;
      const named = model ?? modelVersion;
      if (typeof named === 'string') this.#model ??= named;
      const counts = usage ?? usageMetadata ?? (isMapping(meta) ? meta : undefined);
      if (!isMapping(counts)) continue;
      Object.assign(this.#usage, counts);
      this.#count = usageIn(this.#usage) ?? this.#count;
    }
  }
}

/** Of what the vendor counted, whoever it is. */
function usageIn(counts: Mapping): Usage | undefined {
  return (
    readOpenAiUsage(counts) ??
    (isAnthropics(counts) ? readAnthropicUsage(counts) : undefined) ??
    readResponsesUsage(counts) ??
    readGeminiUsage(counts) ??
    readOtherUsage(counts)
  );
}

function isAnthropics(counts: Mapping): boolean {
  return 'cache_read_input_tokens' in counts || 'cache_creation_input_tokens' in counts;
}

/** Bedrock's Converse, and Cohere's (`tokens` within `usage` or `meta`). */
function readOtherUsage(counts: Mapping): Usage | undefined {
  const tokens = isMapping(counts.tokens) ? counts.tokens : counts;
  const prompt = first(tokens, ['inputTokens', 'input_tokens']);
  const completion = first(tokens, ['outputTokens', 'output_tokens']) ?? 0;
  if (prompt === undefined && completion === 0) return undefined;
  // Bedrock counts what came from a cache apart.
  const cached = first(tokens, ['cacheReadInputTokens']) ?? 0;
  const asked = (prompt ?? 0) + cached;
  return {
    prompt_tokens: asked,
    completion_tokens: completion,
    total_tokens: asked + completion,
    ...(cached > 0 && { prompt_tokens_details: { cached_tokens: cached } }),
  };
}

function first(counts: Mapping, names: readonly string[]): number | undefined {
  return names.map((name) => counts[name]).find((count) => typeof count === 'number' && count >= 0) as
    | number
    | undefined;
}

/** Bedrock counts in the head of what `InvokeModel` answers. */
function bedrockCounts(headers: IncomingHttpHeaders): Mapping {
  const figures = {
    inputTokens: 'x-amzn-bedrock-input-token-count',
    outputTokens: 'x-amzn-bedrock-output-token-count',
  };
  return Object.fromEntries(
    Object.entries(figures).flatMap(([name, header]) =>
      headers[header] === undefined ? [] : [[name, Number(headers[header])] as const],
    ),
  );
}
