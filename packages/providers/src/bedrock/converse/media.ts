import { refusedRequest } from '../../kit/failure/failures.ts';
import { asObject, asString, type JsonObject } from '../../kit/json.ts';
import type { Vendor } from '../../spec/adapter.ts';

/** AWS, "ImageBlock" and "DocumentBlock", 2026-11. */
const IMAGES: ReadonlyMap<string, string> = new Map([
  ['image/png', 'png'],
  ['image/jpeg', 'jpeg'],
  ['image/gif', 'gif'],
  ['image/webp', 'webp'],
]);
const DOCUMENTS: ReadonlyMap<string, string> = new Map([
  ['application/pdf', 'pdf'],
  ['text/csv', 'csv'],
  ['application/msword', 'doc'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['application/vnd.ms-excel', 'xls'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  ['text/html', 'html'],
  ['text/plain', 'txt'],
  ['text/markdown', 'md'],
]);

/** OpenAI's image or file part, by its bytes: Converse fetches nothing. */
export function mediaBlock(vendor: Vendor, part: JsonObject, path: string): JsonObject {
  if (part.type === 'image_url') {
    const url = asString(asObject(part.image_url)?.url) ?? asString(part.image_url);
    const { format, bytes } = readData(vendor, url, IMAGES, `${path}.image_url.url`);
    return { image: { format, source: { bytes } } };
  }
  if (part.type === 'file') {
    const { file_data: data, filename } = asObject(part.file) ?? {};
    const { format, bytes } = readData(vendor, asString(data), DOCUMENTS, `${path}.file.file_data`);
    return { document: { format, name: documentName(asString(filename)), source: { bytes } } };
  }
  throw refusedRequest(
    vendor,
    `${path}.type: ${JSON.stringify(part.type)} is not taken by ${vendor.title}`,
    `${path}.type`,
  );
}

function readData(
  vendor: Vendor,
  url: string | undefined,
  formats: ReadonlyMap<string, string>,
  path: string,
): { format: string; bytes: string } {
  const comma = url?.indexOf(',') ?? -1;
  const head = url?.slice(0, Math.max(0, comma)) ?? '';
  const mediaType = /^data:([^;]+);(?:[^,]*;)?base64$/i.exec(head)?.[1]?.toLowerCase();
  const format = mediaType === undefined ? undefined : formats.get(mediaType);
  if (url !== undefined && format !== undefined) return { format, bytes: url.slice(comma + 1) };
  throw refusedRequest(
    vendor,
    `${path}: ${vendor.title} reads a base64 data URL of ${[...formats.keys()].join(', ')}`,
    path,
  );
}

/** Letters, digits, blanks, hyphens and brackets (AWS, "DocumentBlock", 2026-11). */
function documentName(filename = 'document'): string {
  const plain = filename
    .replace(/\.\w+$/, '')
    .replaceAll(/[^\w\s()[\]-]|_/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return plain === '' ? 'document' : plain;
}
