/** What a framework's own error about an unreadable request means to the caller. */
export interface UnreadableRequest {
  readonly status: number;
  /** Becomes `details.reason`. */
  readonly reason: string;
  readonly message: string;
  /** What is wrong with the body, where the body is what is wrong. */
  readonly issue?: string;
}

const invalidJson: UnreadableRequest = {
  status: 400,
  reason: 'invalid_json',
  message: 'The body is not valid JSON.',
  issue: 'is not valid JSON',
};

const emptyBody: UnreadableRequest = {
  status: 400,
  reason: 'empty_body',
  message: 'The body is empty; a JSON object is needed.',
  issue: 'is empty',
};

const tooLarge: UnreadableRequest = {
  status: 413,
  reason: 'too_large',
  message: 'The body is larger than this server accepts.',
};

const unsupportedMediaType: UnreadableRequest = {
  status: 415,
  reason: 'unsupported_media_type',
  message: 'The body has a content type that is not accepted here; send application/json.',
};

const unsupportedEncoding: UnreadableRequest = {
  status: 415,
  reason: 'unsupported_media_type',
  message: 'The body has an encoding that is not accepted here; send JSON in UTF-8, not compressed.',
};

const lengthMismatch: UnreadableRequest = {
  status: 400,
  reason: 'content_length_mismatch',
  message: 'The body is not as long as its Content-Length says.',
};

const invalidUrl: UnreadableRequest = {
  status: 400,
  reason: 'invalid_url',
  message: 'The path cannot be decoded.',
};

/**
 * By Fastify's code (fastify 5 `lib/errors.js`), then by body-parser's type (body-parser 2 README "Errors"). Their own
 * messages quote the body, so ours are sent.
 */
export const unreadableRequests: Readonly<Record<string, UnreadableRequest | undefined>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: invalidJson,
  FST_ERR_CTP_EMPTY_JSON_BODY: emptyBody,
  FST_ERR_CTP_BODY_TOO_LARGE: tooLarge,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: unsupportedMediaType,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: lengthMismatch,
  FST_ERR_BAD_URL: invalidUrl,

  'entity.parse.failed': invalidJson,
  'entity.too.large': tooLarge,
  'parameters.too.many': tooLarge,
  'encoding.unsupported': unsupportedEncoding,
  'charset.unsupported': unsupportedEncoding,
  'request.size.invalid': lengthMismatch,
};
