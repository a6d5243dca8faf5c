import type { SpeechRequest } from '@showrunner/providers';
import type { AskedRequest } from '../../exchange/wire.ts';
import { badRequest } from '../../failure/gateway-error.ts';
import { isMapping } from '../../json/mapping.ts';
import { isNumber, isText, type MemberCheck } from '../openai/member-checks.ts';
import { MemberRules } from '../openai/member-rules.ts';
import { readMembers } from '../openai/read-members.ts';

/** OpenAI's API reference, "Create speech", 2026-11. */
const SLOWEST = 0.25;
const FASTEST = 4;

const isVoice: MemberCheck = (value) =>
  (typeof value === 'string' && value !== '') || (isMapping(value) && typeof value.id === 'string')
    ? undefined
    : 'must be the name of a voice, or an object with its id';

const rules = new MemberRules({
  input: isText,
  voice: isVoice,
  response_format: isText,
  speed: isNumber(SLOWEST, FASTEST),
  instructions: isText,
});

/** Reads a request for speech. Throws a 400 that names the member. */
export function readSpeechRequest(body: unknown): AskedRequest<SpeechRequest> {
  const { request, controls } = readMembers(body, rules);
  for (const member of ['input', 'voice']) {
    if ((request[member] ?? '') === '') throw badRequest(`${member} is required`, member);
  }
  return { request: request as SpeechRequest, controls };
}
