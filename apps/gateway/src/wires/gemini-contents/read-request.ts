import type { ContentsRequest } from '@showrunner/providers';
import type { AskedRequest } from '../../exchange/wire.ts';
import { badRequest } from '../../failure/gateway-error.ts';
import { isMapping, kindOf, type Mapping } from '../../json/mapping.ts';
import { isList, isObject, type MemberCheck } from '../openai/member-checks.ts';
import { MemberRules } from '../openai/member-rules.ts';
import { readMembers } from '../openai/read-members.ts';

const isListOfObjects: MemberCheck = (value) =>
  Array.isArray(value) && value.every(isMapping) ? undefined : 'must be a list of objects';

/** Each in both of the spellings that Google takes. */
const checks: Readonly<Record<string, MemberCheck>> = {
  contents: isList,
  systemInstruction: isObject,
  system_instruction: isObject,
  tools: isListOfObjects,
  toolConfig: isObject,
  tool_config: isObject,
  generationConfig: isObject,
  generation_config: isObject,
  safetySettings: isListOfObjects,
  safety_settings: isListOfObjects,
};

/** What would break the gateway or a translation; all else is the vendor's to check. */
const rules = new MemberRules(checks);

/** Reads a request of `generateContent`. Throws a 400 that names the member. */
export function readContentsRequest(body: unknown): AskedRequest<ContentsRequest> {
  const { request, controls } = readMembers(withoutStream(body), rules);
  checkContents(request.contents);
  return { request: request as ContentsRequest, controls };
}

/** The same of `streamGenerateContent`. */
export function readStreamedRequest(body: unknown): AskedRequest<ContentsRequest> {
  const { request, controls } = readContentsRequest(body);
  return { request: { ...request, stream: true }, controls };
}

/** A question whose tokens are counted: its turns, or a whole request in a member of its own. */
export function readCountRequest(body: unknown): AskedRequest<ContentsRequest> {
  if (!isMapping(body)) return readContentsRequest(body);
  const { generateContentRequest: camel, generate_content_request: snake, ...rest } = body;
  const whole = camel ?? snake;
  if (whole === undefined || whole === null) return readContentsRequest(rest);
  if (!isMapping(whole)) {
    throw badRequest(`generateContentRequest must be an object, not ${kindOf(whole)}`, 'generateContentRequest');
  }
  return readContentsRequest({ ...rest, ...whole, model: rest.model });
}

/** Whether an answer is streamed the address says, and nothing else. */
function withoutStream(body: unknown): unknown {
  if (!isMapping(body) || !('stream' in body)) return body;
  const { stream: _stream, ...rest } = body;
  return rest;
}

function checkContents(contents: unknown): void {
  if (!Array.isArray(contents)) throw badRequest('contents is required and must be a list', 'contents');
  if (contents.length === 0) throw badRequest('contents must hold at least one turn', 'contents');
  for (const [index, content] of contents.entries()) checkContent(content, `contents[${index}]`);
}

function checkContent(content: unknown, at: string): void {
  if (!isMapping(content)) throw badRequest(`${at} must be an object, not ${kindOf(content)}`, at);
  const { role, parts }: Mapping = content;
  if (role !== undefined && role !== null && typeof role !== 'string') {
    throw badRequest(`${at}.role must be user or model`, `${at}.role`);
  }
  if (!Array.isArray(parts) || !parts.every(isMapping)) {
    throw badRequest(`${at}.parts is required and must be a list of objects`, `${at}.parts`);
  }
}
