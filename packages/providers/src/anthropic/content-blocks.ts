import { refusedRequest } from '../kit/failures.ts';
import { asObject, asString, type JsonObject } from '../kit/json.ts';
import type { ChatMessage, ContentPart } from '../spec/operations/chat.ts';
import type { CacheControl, MediaBlock, MediaSource, TextBlock } from './anthropic-api.ts';
import { vendor } from './vendor.ts';

/** What Anthropic takes as images (docs, "Vision", 2026-11). */
const imageTypes = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'];

/** A message's content as blocks. Blank texts are left out: Anthropic refuses them. `path` is for errors. */
export function contentBlocks(content: ChatMessage['content'], path: string): (TextBlock | MediaBlock)[] {
  if (typeof content === 'string') return isBlank(content) ? [] : [{ type: 'text', text: content }];
  return (content ?? []).flatMap((part, position) => {
    const block = contentBlock(part, `${path}[${position}]`);
    if (!block) return [];
    const cacheControl = readCacheControl(part);
    return [cacheControl ? { ...block, cache_control: cacheControl } : block];
  });
}

/** "Text content blocks must contain non-whitespace text" (Anthropic's own words, 2026-11). */
function isBlank(text: string): boolean {
  return !/\S/.test(text);
}

/** LiteLLM's way to mark what Anthropic keeps in its prompt cache: on a part, a message or a tool. */
export function readCacheControl(holder: object): CacheControl | undefined {
  return 'cache_control' in holder ? asObject(holder.cache_control) : undefined;
}

function contentBlock(part: ContentPart, path: string): TextBlock | MediaBlock | undefined {
  const members: JsonObject = part;
  switch (members.type) {
    case 'text': {
      const text = asString(members.text) ?? '';
      return isBlank(text) ? undefined : { type: 'text', text };
    }
    case 'image_url': {
      const url = asString(asObject(members.image_url)?.url) ?? asString(members.image_url);
      return { type: 'image', source: mediaSource(url, imageTypes, `${path}.image_url.url`) };
    }
    case 'file': {
      const data = asString(asObject(members.file)?.file_data);
      return { type: 'document', source: mediaSource(data, ['application/pdf'], `${path}.file.file_data`) };
    }
    default:
      throw refusedRequest(
        vendor,
        `${path}: Anthropic cannot read a part of type ${JSON.stringify(members.type)}; it reads text, image_url and file (PDF)`,
        path,
      );
  }
}

function mediaSource(url: string | undefined, allowedTypes: readonly string[], path: string): MediaSource {
  if (url !== undefined && /^https?:\/\//i.test(url)) return { type: 'url', url };
  const [head = '', data = ''] = splitOnce(url ?? '', ',');
  const mediaType = /^data:([^;]+);(?:[^,]*;)?base64$/i.exec(head)?.[1]?.toLowerCase();
  if (mediaType !== undefined && allowedTypes.includes(mediaType)) {
    return { type: 'base64', media_type: mediaType, data };
  }
  const found = mediaType ?? (head === '' ? 'nothing' : JSON.stringify(head.slice(0, 40)));
  throw refusedRequest(
    vendor,
    `${path}: Anthropic reads an http(s) address or a base64 data URL of ${allowedTypes.join(', ')}; this is ${found}`,
    path,
  );
}

function splitOnce(text: string, separator: string): string[] {
  const position = text.indexOf(separator);
  return position < 0 ? [text] : [text.slice(0, position), text.slice(position + 1)];
}
