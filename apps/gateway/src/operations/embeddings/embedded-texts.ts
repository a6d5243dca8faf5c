import { readOpenAiUsage, type EmbeddingsList, type EmbeddingsRequest, type Usage } from '@showrunner/providers';
import type { PlainAnswer } from '../../exchange/answer/answer.ts';
import type { AnswerParts } from '../../exchange/answer/answer-parts.ts';
import { isMapping } from '../../json/mapping.ts';
import type { EmbeddingsWire } from '../../wires/embeddings-wire.ts';

/** A text, or the token ids of one. */
type Text = string | number[];

/** Each text of an input by itself, as LiteLLM keeps them (`litellm/caching/caching_handler.py`, 1.108.7). */
export const embeddedTexts: AnswerParts<EmbeddingsRequest, EmbeddingsWire> = {
  apart: (request) => textsOf(request).map((input) => ({ ...request, input })),
  together(request, places) {
    const texts = textsOf(request);
    return { ...request, input: places.map((place) => texts[place]) as string[] | number[][] };
  },
  split(answer, request, count) {
    const list = readList(answer);
    if (list?.model !== request.model || list.data.length !== count) return undefined;
    const ordered = inOrder(list.data);
    const usage = readOpenAiUsage(list.usage);
    return ordered?.map((vector, place) => ({
      text: JSON.stringify(vector),
      usage: usage && shareOf(usage.prompt_tokens, count, place),
    }));
  },
  join(parts, request, wire) {
    const usage = parts.every((part) => part.usage)
      ? sumOf(parts.map((part) => part.usage?.prompt_tokens ?? 0))
      : undefined;
    return wire.write(
      {
        object: 'list',
        data: parts.map(({ text }, index) => ({
          object: 'embedding',
          index,
          embedding: JSON.parse(text) as number[] | string,
        })),
        model: request.model,
        ...(usage && { usage: { prompt_tokens: usage.prompt_tokens, total_tokens: usage.total_tokens } }),
      },
      { model: request.model, encoding: request.encoding_format ?? 'float' },
    );
  },
};

function textsOf({ input }: EmbeddingsRequest): readonly Text[] {
  if (typeof input === 'string') return [input];
  return typeof input[0] === 'number' ? [input as number[]] : (input as Text[]);
}

interface ReadList extends Pick<EmbeddingsList, 'model'> {
  readonly data: readonly unknown[];
  readonly usage?: unknown;
}

function readList({ text, encoding }: PlainAnswer): ReadList | undefined {
  const list: unknown = JSON.parse(Buffer.from(text, encoding).toString('utf8'));
  if (!isMapping(list) || !Array.isArray(list.data) || typeof list.model !== 'string') return undefined;
  return { model: list.model, data: list.data, usage: list.usage };
}

/** Vectors by the places that they name; nothing where one is missing or there twice. */
function inOrder(data: readonly unknown[]): unknown[] | undefined {
  const vectors: unknown[] = Array.from({ length: data.length });
  for (const [place, one] of data.entries()) {
    if (!isMapping(one)) return undefined;
    const index = typeof one.index === 'number' ? one.index : place;
    if (!(index in vectors) || vectors[index] !== undefined || !isVector(one.embedding)) return undefined;
    vectors[index] = one.embedding;
  }
  return vectors;
}

function isVector(value: unknown): boolean {
  return typeof value === 'string' || Array.isArray(value);
}

/** What is counted for all is divided evenly, so that the shares sum up to it. */
function shareOf(total: number, count: number, place: number): Usage {
  return sumOf([Math.floor(total / count) + (place < total % count ? 1 : 0)]);
}

function sumOf(tokens: readonly number[]): Usage {
  const sum = tokens.reduce((before, one) => before + one, 0);
  return { prompt_tokens: sum, completion_tokens: 0, total_tokens: sum };
}
