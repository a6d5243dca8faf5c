import type { ImagesRequest } from '@showrunner/providers';
import type { AskedRequest } from '../../exchange/wire.ts';
import { badRequest } from '../../failure/gateway-error.ts';
import { isCount, isText, isTrueOrFalse } from '../openai/member-checks.ts';
import { MemberRules } from '../openai/member-rules.ts';
import { readMembers } from '../openai/read-members.ts';

/** OpenAI's API reference, "Create image", 2026-11. */
const MOST_IMAGES = 10;
const MOST_PARTIAL_IMAGES = 3;

const rules = new MemberRules({
  prompt: isText,
  n: isCount(1, MOST_IMAGES),
  size: isText,
  quality: isText,
  response_format: isText,
  user: isText,
  stream: isTrueOrFalse,
  partial_images: isCount(0, MOST_PARTIAL_IMAGES),
});

/** Reads a request for pictures. Throws a 400 that names the member. */
export function readImagesRequest(body: unknown): AskedRequest<ImagesRequest> {
  const { request, controls } = readMembers(body, rules);
  if (typeof request.prompt !== 'string' || request.prompt === '') throw badRequest('prompt is required', 'prompt');
  return { request: request as ImagesRequest, controls };
}
