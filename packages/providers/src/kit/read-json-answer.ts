import { classifyError } from './failure/classify-error.ts';
import { isJsonObject, parseJson, type JsonObject } from './json.ts';
import type { Vendor } from '../spec/adapter.ts';

/** The object in a 2xx answer; throws the vendor's own error, or `malformed_answer`, where it is not what `isAnswer` wants. */
export function readJsonAnswer(
  vendor: Vendor,
  body: Uint8Array,
  isAnswer: (document: JsonObject) => boolean,
): JsonObject {
  const document = parseJson(new TextDecoder().decode(body));
  if (isJsonObject(document) && isAnswer(document)) return document;
  throw classifyError(vendor, 200, {}, body);
}
