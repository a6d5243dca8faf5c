import type { ModelRequest } from '../../exchange/asked/model-request.ts';
import type { AskedRequest } from '../../exchange/wire.ts';
import { badRequest } from '../../failure/gateway-error.ts';
import { isMapping, kindOf, type Mapping } from '../../json/mapping.ts';
import type { MemberRules } from './member-rules.ts';
import { NO_CONTROLS, readControls } from './read-controls.ts';

/**
 * Reads a request of OpenAI's API, of whatever kind: checks its members and takes the gateway's own out of it. What only
 * this kind has, whoever calls this checks. Throws a 400 that names the member.
 */
export function readMembers(body: unknown, rules: MemberRules): AskedRequest {
  if (!isMapping(body)) throw badRequest(`The request body must be a JSON object, not ${kindOf(body)}`, 'request_body');
  let hasOwn = false;
  let hasExtra = false;
  for (const member in body) {
    const value = body[member];
    if (value === null) continue;
    const rule = rules.of(member);
    if (rule === undefined) continue;
    const problem = rule.check?.(value);
    if (problem !== undefined) throw badRequest(`${member} ${problem}`, member);
    if (rule.kind === 'refused') {
      throw badRequest(`${member} cannot be set by a request: it belongs to the deployment's configuration`, member);
    }
    hasOwn ||= rule.kind === 'own' || rule.kind === 'access';
    hasExtra ||= rule.kind === 'extra';
  }
  if (hasExtra) return readMembers(withExtra(body), rules);
  if (typeof body.model !== 'string' || body.model === '')
    throw badRequest('model is required and must be text', 'model');
  const request = body as ModelRequest;
  if (!hasOwn && !notesGuardrails(body.metadata)) return { request, controls: NO_CONTROLS };
  const controls = readControls(body, rules);
  for (const member in body) if (rules.isOwn(member)) delete body[member];
  const { metadata } = request;
  if (notesGuardrails(metadata)) request.metadata = withoutGuardrails(metadata);
  return { request, controls };
}

/** Guardrails may be asked for among what a caller notes down for itself. */
function notesGuardrails(metadata: unknown): metadata is Mapping {
  return isMapping(metadata) && metadata.guardrails !== undefined;
}

function withoutGuardrails({ guardrails: _read, ...metadata }: Mapping): Mapping {
  return metadata;
}

/**
 * What OpenAI's Python package does with `extra_body` before it sends, for clients that send it as it stands. What
 * stands beside it counts: the model that was let in is the one that is called.
 */
function withExtra({ extra_body: extra, ...body }: Record<string, unknown>): Record<string, unknown> {
  if (!isMapping(extra)) throw badRequest(`extra_body must be an object, not ${kindOf(extra)}`, 'extra_body');
  if (extra.extra_body !== undefined) throw badRequest('extra_body cannot hold another one', 'extra_body.extra_body');
  return { ...extra, ...body };
}
