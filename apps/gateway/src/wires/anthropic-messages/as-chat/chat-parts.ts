import { asObject, asObjects, asString, isJsonObject, type ContentPart, type JsonObject } from '@showrunner/providers';
import { badRequest } from '../../../failure/gateway-error.ts';

/** Blocks of a user's turn, or of a tool's result, as parts of a chat message. `at` is for errors. */
export function chatParts(blocks: readonly unknown[], at: string): ContentPart[] {
  return blocks.flatMap((block, position) => {
    const place = `${at}[${position}]`;
    if (!isJsonObject(block)) throw badRequest(`${place} must be an object with a type`, place);
    return chatPart(block, place).map((part) => withMark(part, block));
  });
}

/** A text part with the block's mark of what the vendor's cache keeps; vendors without such a cache are not sent it. */
export function textPart(block: JsonObject): ContentPart {
  return withMark({ type: 'text', text: asString(block.text) ?? '' }, block);
}

/** What a text part says; nothing of any other. */
export function textOfPart(part: ContentPart): string {
  return 'text' in part && typeof part.text === 'string' ? part.text : '';
}

function chatPart(block: JsonObject, place: string): ContentPart[] {
  switch (block.type) {
    case 'text':
      return [{ type: 'text', text: asString(block.text) ?? '' }];
    case 'image':
      return [{ type: 'image_url', image_url: { url: addressOf(asObject(block.source), `${place}.source`) } }];
    case 'document':
      return documentParts(block, place);
    case 'search_result':
      return [{ type: 'text', text: searchResultText(block) }];
    case 'tool_reference':
      return [{ type: 'text', text: `The tool ${asString(block.tool_name) ?? ''} is available.` }];
    default:
      throw badRequest(
        `${place}.type ${JSON.stringify(block.type)} has no counterpart at this model's provider: send text, image, document, search_result or tool_result`,
        `${place}.type`,
      );
  }
}

/** Chat has files of bytes; texts, and what is made of blocks, are text with its title. */
function documentParts(block: JsonObject, place: string): ContentPart[] {
  const source = asObject(block.source) ?? {};
  const title = asString(block.title);
  const heading = [title, asString(block.context)].filter(Boolean).join('\n');
  switch (source.type) {
    case 'text':
      return [{ type: 'text', text: joined(heading, asString(source.data) ?? '') }];
    case 'content': {
      const parts =
        typeof source.content === 'string'
          ? [{ type: 'text', text: source.content }]
          : chatParts(asObjects(source.content), `${place}.source.content`);
      return heading === '' ? parts : [{ type: 'text', text: heading }, ...parts];
    }
    default:
      return [{ type: 'file', file: fileOf(source, title, `${place}.source`) }];
  }
}

function fileOf(source: JsonObject, title: string | undefined, place: string): JsonObject {
  if (source.type === 'file') return { file_id: asString(source.file_id) ?? '' };
  return { filename: title ?? 'document.pdf', file_data: addressOf(source, place) };
}

/** Bytes as a data URL, or an address as it is. */
function addressOf(source: JsonObject | undefined, place: string): string {
  const url = asString(source?.url);
  if (source?.type === 'url' && url !== undefined) return url;
  const mediaType = asString(source?.media_type);
  const data = asString(source?.data);
  if (source?.type === 'base64' && mediaType !== undefined && data !== undefined) {
    return `data:${mediaType};base64,${data}`;
  }
  throw badRequest(`${place} must be {type: "base64", media_type, data} or {type: "url", url}`, place);
}

function searchResultText(block: JsonObject): string {
  const texts = asObjects(block.content).map(({ text }) => asString(text) ?? '');
  const heading = [asString(block.title), asString(block.source)].filter(Boolean).join(' – ');
  return joined(heading, texts.join('\n'));
}

function joined(heading: string, text: string): string {
  return heading === '' ? text : `${heading}\n\n${text}`;
}

function withMark(part: ContentPart, { cache_control: mark }: JsonObject): ContentPart {
  return isJsonObject(mark) ? { ...part, cache_control: mark } : part;
}
