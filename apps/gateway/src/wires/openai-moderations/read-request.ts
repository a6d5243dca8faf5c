import type { ModerationsRequest } from '@showrunner/providers';
import type { AskedRequest } from '../../exchange/wire.ts';
import { badRequest } from '../../failure/gateway-error.ts';
import { isMapping } from '../../json/mapping.ts';
import { isText, type MemberCheck } from '../openai/member-checks.ts';
import { MemberRules } from '../openai/member-rules.ts';
import { readMembers } from '../openai/read-members.ts';

/** What OpenAI takes for a request that names none (its API reference, "Create moderation", 2026-11). */
const DEFAULT_MODEL = 'omni-moderation-latest';

/** One text, several, or parts. An empty list asks for nothing. */
const isInput: MemberCheck = (value) => {
  if (typeof value === 'string') return undefined;
  if (!Array.isArray(value) || value.length === 0) return 'must be text, or a list of texts or of parts';
  const isOfOneKind =
    value.every((one) => typeof one === 'string') ||
    value.every((one) => isMapping(one) && typeof one.type === 'string');
  return isOfOneKind ? undefined : 'must hold texts alone, or parts with a type alone';
};

const rules = new MemberRules({ input: isInput, model: isText });

/** Reads a request for moderations. Throws a 400 that names the member. */
export function readModerationsRequest(body: unknown): AskedRequest<ModerationsRequest> {
  const named = isMapping(body) && (body.model ?? '') === '' ? { ...body, model: DEFAULT_MODEL } : body;
  const { request, controls } = readMembers(named, rules);
  if (request.input === undefined || request.input === null) throw badRequest('input is required', 'input');
  return { request: request as ModerationsRequest, controls };
}
