import type { ContentPart, JsonObject } from '@showrunner/providers';
import { badRequest } from '../../../failure/gateway-error.ts';
import { objectIn, textIn } from '../member.ts';

/** Chat's words for the sounds that it takes (OpenAI's API reference, `input_audio.format`, 2026-11). */
const SOUNDS: Readonly<Record<string, string>> = {
  'audio/mp3': 'mp3',
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
  'audio/x-wav': 'wav',
};

/** Parts of a user's turn as parts of a chat message. `at` is for errors. */
export function chatPart(part: JsonObject, at: string): ContentPart[] {
  const text = textIn(part, 'text');
  if (text !== undefined) return text === '' ? [] : [{ type: 'text', text }];
  const inline = objectIn(part, 'inlineData');
  if (inline) return [inlinePart(inline, `${at}.inlineData`)];
  const file = objectIn(part, 'fileData');
  if (file) return [filePart(file, `${at}.fileData`)];
  const name = Object.keys(part).find((one) => part[one] !== null);
  if (name === undefined) return [];
  throw badRequest(
    `${at}.${name} has no counterpart at this model's provider: send text, inlineData, fileData or functionResponse`,
    `${at}.${name}`,
  );
}

function inlinePart(inline: JsonObject, at: string): ContentPart {
  const type = textIn(inline, 'mimeType')?.toLowerCase();
  const data = textIn(inline, 'data');
  if (type === undefined || data === undefined) throw badRequest(`${at} must have mimeType and data`, at);
  const format = SOUNDS[type];
  if (format !== undefined) return { type: 'input_audio', input_audio: { data, format } };
  if (type.startsWith('text/')) return { type: 'text', text: Buffer.from(data, 'base64').toString('utf8') };
  const url = `data:${type};base64,${data}`;
  if (type.startsWith('image/')) return { type: 'image_url', image_url: { url } };
  const filename = textIn(inline, 'displayName') ?? (type === 'application/pdf' ? 'document.pdf' : 'file');
  return { type: 'file', file: { filename, file_data: url } };
}

/** What lies at an address, which the vendor looks up; what was uploaded to Google only Google has. */
function filePart(file: JsonObject, at: string): ContentPart {
  const url = textIn(file, 'fileUri');
  if (url === undefined || !/^https?:\/\//i.test(url) || url.startsWith('https://generativelanguage.googleapis.com/')) {
    throw badRequest(
      `${at}.fileUri must be an address on the web for this model's provider; what lies at Google can be sent as inlineData`,
      `${at}.fileUri`,
    );
  }
  if (textIn(file, 'mimeType')?.startsWith('image/') !== false) return { type: 'image_url', image_url: { url } };
  return { type: 'file', file: { file_id: url } };
}
