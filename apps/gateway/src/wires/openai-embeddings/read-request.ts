import type { EmbeddingsRequest } from '@showrunner/providers';
import type { AskedRequest } from '../../exchange/wire.ts';
import { badRequest } from '../../failure/gateway-error.ts';
import { isCount, isText, type MemberCheck } from '../openai/member-checks.ts';
import { MemberRules } from '../openai/member-rules.ts';
import { readMembers } from '../openai/read-members.ts';

/** Far above any model's. */
const MOST_DIMENSIONS = 1_000_000;

const isEncoding: MemberCheck = (value) =>
  value === 'float' || value === 'base64' ? undefined : 'must be "float" or "base64"';
const isOff: MemberCheck = (value) => (value === false ? undefined : 'must be false: embeddings come in one piece');

/** What is wrong with an input is said of it alone, and all inputs are of one kind (OpenAI's API reference, 2026-11). */
const isInput: MemberCheck = (value) => {
  if (isWritten(value)) return undefined;
  if (!Array.isArray(value)) return 'must be text, or a list of texts or of token ids';
  if (value.length === 0) return 'must hold at least one text';
  const isOfOneKind = value.every(isWritten) || value.every(isToken) || value.every(isTokens);
  return isOfOneKind
    ? undefined
    : 'must hold texts alone, token ids alone, or lists of token ids alone, none of them empty';
};

function isWritten(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isToken(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isTokens(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isToken);
}

const rules = new MemberRules({
  input: isInput,
  encoding_format: isEncoding,
  dimensions: isCount(1, MOST_DIMENSIONS),
  user: isText,
  stream: isOff,
});

/** Reads a request for embeddings. Throws a 400 that names the member. */
export function readEmbeddingsRequest(body: unknown): AskedRequest<EmbeddingsRequest> {
  const { request, controls } = readMembers(body, rules);
  if (request.input === undefined || request.input === null) throw badRequest('input is required', 'input');
  return { request: request as EmbeddingsRequest, controls };
}
