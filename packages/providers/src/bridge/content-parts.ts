import type { LanguageModelV4FilePart, LanguageModelV4TextPart } from '@ai-sdk/provider';
import { refusedRequest } from '../kit/failure/failures.ts';
import { asObject, asString, type JsonObject } from '../kit/json.ts';
import type { Vendor } from '../spec/adapter.ts';
import type { ChatMessage, ContentPart } from '../spec/operations/chat.ts';

/** What a message holds, as the AI SDK takes it. `path` is for errors. Throws a 400 for what cannot be translated. */
export function contentParts(
  vendor: Vendor,
  content: ChatMessage['content'],
  path: string,
): (LanguageModelV4TextPart | LanguageModelV4FilePart)[] {
  if (typeof content === 'string') return content === '' ? [] : [{ type: 'text', text: content }];
  return (content ?? []).map((part, index) => contentPart(vendor, part, `${path}[${index}]`));
}

function contentPart(
  vendor: Vendor,
  part: ContentPart,
  path: string,
): LanguageModelV4TextPart | LanguageModelV4FilePart {
  const members: JsonObject = part;
  switch (members.type) {
    case 'text':
      return { type: 'text', text: asString(members.text) ?? '' };
    case 'image_url': {
      const url = asString(asObject(members.image_url)?.url) ?? asString(members.image_url);
      return filePart(vendor, url, { path: `${path}.image_url.url`, mediaType: 'image/jpeg' });
    }
    case 'input_audio': {
      const audio = asObject(members.input_audio);
      const data = asString(audio?.data) ?? '';
      return { type: 'file', mediaType: `audio/${asString(audio?.format) ?? 'wav'}`, data: { type: 'data', data } };
    }
    case 'file': {
      const file = asObject(members.file);
      const mediaType = asString(file?.format) ?? 'application/pdf';
      const filename = asString(file?.filename);
      const source = asString(file?.file_data) ?? asString(file?.file_id);
      return {
        ...filePart(vendor, source, { path: `${path}.file.file_data`, mediaType }),
        ...(filename !== undefined && { filename }),
      };
    }
    default:
      throw refusedRequest(
        vendor,
        `${path}: a part of type ${JSON.stringify(members.type)} cannot be sent to ${vendor.title}; text, image_url, input_audio and file can`,
        path,
      );
  }
}

/** What a data URL holds, or an address that the vendor looks up itself: nothing is fetched here in a caller's name. */
function filePart(
  vendor: Vendor,
  source: string | undefined,
  { path, mediaType }: { readonly path: string; readonly mediaType: string },
): LanguageModelV4FilePart {
  const embedded = /^data:(?<type>[^;,]+)(?:;[^,]*)?;base64,(?<data>.*)$/is.exec(source ?? '')?.groups;
  if (embedded) {
    const { type = mediaType, data = '' } = embedded;
    return { type: 'file', mediaType: type.toLowerCase(), data: { type: 'data', data } };
  }
  if (source !== undefined && /^(https?|gs|s3):\/\//i.test(source) && URL.canParse(source)) {
    const url = new URL(source);
    return {
      type: 'file',
      mediaType: typeByName(url.pathname) ?? mediaType,
      data: { type: 'url', url, originalUrl: source },
    };
  }
  throw refusedRequest(vendor, `${path}: ${vendor.title} reads an address (https://…) or a base64 data URL`, path);
}

/** Vendors want to be told what lies at an address; its name is all that is known here. */
function typeByName(path: string): string | undefined {
  const ending = /\.(?<ending>\w+)$/.exec(path)?.groups?.ending?.toLowerCase();
  return ending === undefined || !Object.hasOwn(MEDIA_TYPES, ending) ? undefined : MEDIA_TYPES[ending];
}

/** What Gemini and Bedrock read (their documentation, 2026-11), by the usual endings (IANA's media types). */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  gif: 'image/gif',
  heic: 'image/heic',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  mov: 'video/quicktime',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain',
  wav: 'audio/wav',
  webm: 'video/webm',
  webp: 'image/webp',
};
