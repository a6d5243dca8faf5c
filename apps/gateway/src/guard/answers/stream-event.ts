import { isMapping, parseMapping, type Mapping } from '../../json/mapping.ts';
import { findTexts, type FoundText, type Step } from '../texts/find-texts.ts';

/** A piece of a text that comes by and by. */
export interface Piece {
  /** Of which text of the stream: pieces of one channel are one text. */
  readonly channel: string;
  readonly text: string;
  readonly path: readonly Step[];
  /** Whether the text as a whole is JSON: arguments of a tool, which mean nothing in part. */
  readonly isJson: boolean;
}

/** An event of a stream, with the texts in it. */
export interface StreamEvent {
  /** As it came, as latin1: one character a byte. */
  readonly raw: string;
  /** Nothing where its data is no JSON. */
  readonly document: Mapping | undefined;
  readonly pieces: readonly Piece[];
  /** Texts that stand in it as a whole. */
  readonly wholes: readonly FoundText[];
}

/** Reads an event: `data` is its data, `raw` the event itself. */
export function readStreamEvent(raw: string, data: string): StreamEvent {
  const document = parseMapping(data);
  if (!document) return { raw, document, pieces: [], wholes: [] };
  const pieces: Piece[] = [];
  const wholes: FoundText[] = [];
  for (const found of piecesAndWholes(document)) {
    if (isPiece(document, found.path)) pieces.push(pieceOf(document, found));
    else wholes.push(found);
  }
  return { raw, document, pieces, wholes };
}

/** An event with another document in it. */
export function writeStreamEvent({ raw }: StreamEvent, document: Mapping): string {
  const name = /^event:.*$/m.exec(raw)?.[0];
  const text = `${name === undefined ? '' : `${name}\n`}data: ${JSON.stringify(document)}\n\n`;
  return Buffer.from(text).toString('latin1');
}

/** Blanks between words are pieces as well, which a search for whole texts passes by. */
function piecesAndWholes(document: Mapping): readonly FoundText[] {
  return findTexts(document, 'assistant', { takesBlank: true, staysOutside: true }).texts;
}

/** Of chats and of messages under `delta`, of completions `choices[].text`, of Gemini `candidates[].content`. */
function isPiece(document: Mapping, path: readonly Step[]): boolean {
  if (path.includes('delta')) return true;
  if (path[0] === 'choices') return path[2] === 'text' && document.object !== 'chat.completion';
  return path[0] === 'candidates';
}

const JSON_MEMBERS = new Set(['arguments', 'partial_json']);

function pieceOf(document: Mapping, { path, text }: FoundText): Piece {
  const type = typeof document.type === 'string' ? document.type : '';
  const isJson =
    path.some((step) => typeof step === 'string' && JSON_MEMBERS.has(step)) || type.endsWith('arguments.delta');
  return { channel: channelOf(document, type, path), text, path, isJson };
}

/** Where a piece belongs: positions in lists count by the `index` that stands there, and beside the text. */
function channelOf(document: Mapping, type: string, path: readonly Step[]): string {
  const { index, output_index: output, content_index: content, summary_index: summary } = document;
  const steps: unknown[] = [type, index, output, content, summary];
  let value: unknown = document;
  for (const step of path) {
    value = Array.isArray(value)
      ? value[Number(step)]
      : isMapping(value) && typeof step === 'string'
        ? value[step]
        : undefined;
    steps.push(isMapping(value) && typeof value.index === 'number' ? value.index : String(step));
  }
  return JSON.stringify(steps);
}
