import { refusedRequest } from '../kit/failure/failures.ts';
import { asObject, asString, type JsonObject } from '../kit/json.ts';
import type { Vendor } from '../spec/adapter.ts';
import type { MediaBlock, MediaSource } from './anthropic-api.ts';

/** What Anthropic takes as images (docs, "Vision", 2026-11), and as documents of bytes ("PDF support"). */
const imageTypes = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'];
const documentTypes = ['application/pdf'];

/** OpenAI's image part: its address, or its bytes as a data URL. */
export function imageBlock(vendor: Vendor, part: JsonObject, path: string): MediaBlock {
  const url = asString(asObject(part.image_url)?.url) ?? asString(part.image_url);
  return { type: 'image', source: mediaSource(vendor, url, { types: imageTypes, path: `${path}.image_url.url` }) };
}

/** OpenAI's file part: bytes, the id of a file that is kept at Anthropic, or, beyond OpenAI's own, an address. */
export function documentBlock(vendor: Vendor, part: JsonObject, path: string): MediaBlock {
  const { file_id: id, file_data: data, filename } = asObject(part.file) ?? {};
  const title = asString(filename);
  return { type: 'document', source: documentSource(), ...(title !== undefined && { title }) };

  function documentSource(): MediaSource {
    if (data === undefined && typeof id === 'string') return { type: 'file', file_id: id };
    const text = plainText(asString(data) ?? '');
    if (text !== undefined) return { type: 'text', media_type: 'text/plain', data: text };
    return mediaSource(vendor, asString(data), { types: documentTypes, path: `${path}.file.file_data` });
  }
}

/** Text of any kind is read as plain text, as Anthropic has no other for it. */
function plainText(url: string): string | undefined {
  const [head = '', data = ''] = splitOnce(url, ',');
  return /^data:text\/[^,]*;base64$/i.test(head) ? Buffer.from(data, 'base64').toString() : undefined;
}

/** What may stand at a place of the request. */
interface MediaPlace {
  readonly types: readonly string[];
  readonly path: string;
}

function mediaSource(vendor: Vendor, url: string | undefined, { types, path }: MediaPlace): MediaSource {
  if (url !== undefined && /^https?:\/\//i.test(url)) return { type: 'url', url };
  const [head = '', data = ''] = splitOnce(url ?? '', ',');
  const mediaType = /^data:([^;]+);(?:[^,]*;)?base64$/i.exec(head)?.[1]?.toLowerCase();
  if (mediaType !== undefined && types.includes(mediaType)) {
    return { type: 'base64', media_type: mediaType, data };
  }
  const found = mediaType ?? (head === '' ? 'nothing' : JSON.stringify(head.slice(0, 40)));
  throw refusedRequest(
    vendor,
    `${path}: Anthropic reads an http(s) address or a base64 data URL of ${types.join(', ')}; this is ${found}`,
    path,
  );
}

function splitOnce(text: string, separator: string): string[] {
  const position = text.indexOf(separator);
  return position < 0 ? [text] : [text.slice(0, position), text.slice(position + 1)];
}
