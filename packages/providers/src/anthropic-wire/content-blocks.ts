import { refusedRequest } from '../kit/failure/failures.ts';
import { asObject, asString, type JsonObject } from '../kit/json.ts';
import type { Vendor } from '../spec/adapter.ts';
import type { ChatMessage, ContentPart } from '../spec/operations/chat.ts';
import type { CacheControl, MediaBlock, TextBlock } from './anthropic-api.ts';
import { documentBlock, imageBlock } from './media-blocks.ts';

/** A message's content as blocks. Blank texts are left out: Anthropic refuses them. `path` is for errors. */
export function contentBlocks(
  vendor: Vendor,
  content: ChatMessage['content'],
  path: string,
): (TextBlock | MediaBlock)[] {
  if (typeof content === 'string') return isBlank(content) ? [] : [{ type: 'text', text: content }];
  return (content ?? []).flatMap((part, position) => {
    const block = contentBlock(vendor, part, `${path}[${position}]`);
    if (!block) return [];
    const cacheControl = readCacheControl(part);
    return [cacheControl ? { ...block, cache_control: cacheControl } : block];
  });
}

/** "Text content blocks must contain non-whitespace text" (Anthropic's own words, 2026-11). */
export function isBlank(text: string): boolean {
  return !/\S/.test(text);
}

/** LiteLLM's way to mark what Anthropic keeps in its prompt cache: on a part, a message or a tool. */
export function readCacheControl(holder: object): CacheControl | undefined {
  return 'cache_control' in holder ? asObject(holder.cache_control) : undefined;
}

function contentBlock(vendor: Vendor, part: ContentPart, path: string): TextBlock | MediaBlock | undefined {
  const members: JsonObject = part;
  switch (members.type) {
    case 'text': {
      const text = asString(members.text) ?? '';
      return isBlank(text) ? undefined : { type: 'text', text };
    }
    case 'image_url':
      return imageBlock(vendor, members, path);
    case 'file':
      return documentBlock(vendor, members, path);
    case 'document':
    case 'image':
      return nativeBlock(members);
    default:
      throw refusedRequest(
        vendor,
        `${path}: Anthropic cannot read a part of type ${JSON.stringify(members.type)}; it reads text, image_url and file (PDF, text)`,
        path,
      );
  }
}

/** A block of Anthropic's own among parts of OpenAI's: it goes as it is. */
function nativeBlock({ cache_control: _mark, ...block }: JsonObject): MediaBlock {
  return { ...block, type: block.type === 'image' ? 'image' : 'document', source: asObject(block.source) ?? {} };
}
