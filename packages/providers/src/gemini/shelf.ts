import { asCount, asObject, asString, type JsonObject } from '../kit/json.ts';
import { malformedAnswer } from '../kit/failure/failures.ts';
import { belowAddress, passedHeaders } from '../kit/request/passage.ts';
import { fileObject, objectIn, secondsOf } from '../kit/things/shelf-answers.ts';
import type { ShelfOwner, VendorShelf } from '../spec/adapter.ts';
import type { ShelfRequest } from '../spec/shelf.ts';

const ADDRESS = 'https://generativelanguage.googleapis.com/v1beta';

const STATUS: Readonly<Record<string, 'processed' | 'error'>> = { ACTIVE: 'processed', FAILED: 'error' };

/**
 * Files by Gemini's Files API, uploaded in its two steps (Google, "Files API", 2026-11). As in LiteLLM a file's id is its
 * address, and there are no batches.
 */
export const shelf: VendorShelf = {
  *createFile({ fileName, mediaType, length, purpose }, owner) {
    const start = asked(owner, 'POST', '/upload/v1beta/files');
    const begun = yield {
      ...start,
      headers: {
        ...start.headers,
        'content-type': 'application/json',
        'x-goog-upload-protocol': 'resumable',
        'x-goog-upload-command': 'start',
        'x-goog-upload-header-content-length': String(length),
        'x-goog-upload-header-content-type': mediaType,
      },
      body: JSON.stringify({ file: { display_name: fileName } }),
    };
    const url = uploadUrl(begun.headers['x-goog-upload-url'], start.url);
    if (url === undefined) throw malformedAnswer(owner.vendor, '', 'it is not said where the file goes');
    const answer = yield {
      method: 'POST',
      url,
      // The address itself is the proof: no key goes where an answer leads.
      headers: { 'x-goog-upload-offset': '0', 'x-goog-upload-command': 'upload, finalize' },
      body: '',
      sends: { as: 'bytes' },
    };
    return fileOf(asObject(objectIn(owner.vendor, answer).file) ?? {}, purpose);
  },
  *getFile(id, owner) {
    return fileOf(objectIn(owner.vendor, yield asked(owner, 'GET', `/v1beta/${nameOf(id)}`)));
  },
  *deleteFile(id, owner) {
    yield asked(owner, 'DELETE', `/v1beta/${nameOf(id)}`);
    return { id, object: 'file', deleted: true };
  },
  readFile: (id, owner) => ({ request: asked(owner, 'GET', `/download/v1beta/${nameOf(id)}:download?alt=media`) }),
};

function asked({ vendor, settings }: ShelfOwner, method: ShelfRequest['method'], path: string): ShelfRequest {
  const headers = { 'accept-encoding': 'identity', ...passedHeaders(vendor, settings) };
  return { method, url: belowAddress(path, settings.apiBase ?? ADDRESS), headers, body: '' };
}

/** Over TLS, or to the server that was asked. */
function uploadUrl(said: string | string[] | undefined, from: string): string | undefined {
  const url = typeof said === 'string' && URL.canParse(said, from) ? new URL(said, from) : undefined;
  return url && (url.protocol === 'https:' || url.origin === new URL(from).origin) ? url.href : undefined;
}

/** `abc`, `files/abc` and the whole address name one file. */
function nameOf(id: string): string {
  const bare = /(?:^|\/)files\/([^/?:]+)/.exec(id)?.[1] ?? id;
  return `files/${encodeURIComponent(bare)}`;
}

function fileOf(file: JsonObject, purpose = 'user_data'): JsonObject {
  return fileObject({
    id: asString(file.uri) ?? asString(file.name) ?? '',
    fileName: asString(file.displayName) ?? '',
    // Google writes whole numbers of 64 bits as texts.
    bytes: asCount(Number(file.sizeBytes)),
    createdAt: secondsOf(file.createTime),
    purpose: purpose === '' ? 'user_data' : purpose,
    status: STATUS[asString(file.state) ?? ''] ?? 'uploaded',
  });
}
