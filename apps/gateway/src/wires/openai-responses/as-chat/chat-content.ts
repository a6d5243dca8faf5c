import type { ContentPart } from '@showrunner/providers';
import { badRequest } from '../../../failure/gateway-error.ts';
import { isMapping } from '../../../json/mapping.ts';

/** The parts of a content, each with where it stands; a text is one part. Throws a 400 for a part that a chat has not. */
export function chatContent(content: unknown, at: string): string | ContentPart[] {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) throw badRequest(`${at} must be text or a list of parts`, at);
  const parts = content.map((part, index) => chatPart(part, `${at}[${index}]`));
  return parts.every((part) => part.type === 'text') ? textOf(parts) : parts;
}

/** A text that may have come in parts; what is no text is not in it. */
export function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content.map((part) => (isMapping(part) && typeof part.text === 'string' ? part.text : '')).join('');
}

function chatPart(part: unknown, at: string): ContentPart {
  if (!isMapping(part)) throw badRequest(`${at} must be an object with a type`, at);
  switch (part.type) {
    case 'input_text':
    case 'output_text':
    case 'text':
    case 'summary_text':
      return { type: 'text', text: textMember(part, 'text', at) };
    case 'refusal':
      return { type: 'text', text: textMember(part, 'refusal', at) };
    case 'input_image':
      return imagePart(part, at);
    case 'input_file':
      return filePart(part, at);
    case 'input_audio':
      return { type: 'input_audio', input_audio: part.input_audio };
    default:
      throw badRequest(`${at}.type: a model for chat takes no ${JSON.stringify(part.type)}`, `${at}.type`);
  }
}

function imagePart({ image_url: url, detail, file_id: fileId }: Record<string, unknown>, at: string): ContentPart {
  if (typeof url !== 'string') throw missing(at, 'image_url', fileId);
  return { type: 'image_url', image_url: { url, ...(typeof detail === 'string' && { detail }) } };
}

function filePart(part: Record<string, unknown>, at: string): ContentPart {
  const { file_data: data, filename, file_id: fileId, file_url: url } = part;
  if (typeof data === 'string') {
    return { type: 'file', file: { file_data: data, ...(typeof filename === 'string' && { filename }) } };
  }
  if (typeof url === 'string') throw badRequest(`${at}.file_url: send the file itself, as file_data`, `${at}.file_url`);
  throw missing(at, 'file_data', fileId);
}

/** A file of another vendor's cannot be read by this one. */
function missing(at: string, member: string, fileId: unknown): Error {
  return typeof fileId === 'string'
    ? badRequest(`${at}.file_id: this model's provider does not have the file; send ${member}`, `${at}.file_id`)
    : badRequest(`${at}.${member} is required`, `${at}.${member}`);
}

function textMember(part: Record<string, unknown>, member: string, at: string): string {
  const text = part[member];
  if (typeof text === 'string') return text;
  throw badRequest(`${at}.${member} must be text`, `${at}.${member}`);
}
