import type { IncomingMessage } from 'node:http';
import type { BodySource } from '../../exchange/asked/body-source.ts';
import { badRequest, GatewayError } from '../../failure/gateway-error.ts';
import type { Guarding } from '../../guard/guarding.ts';
import { parseMapping } from '../../json/mapping.ts';
import { readBody } from '../body/read-body.ts';
import type { HeldReply } from './held-reply.ts';

/** The body of a request that goes through, as guardrails let it go on. Rejects where it cannot be looked at. */
export async function guardedBody(
  guarding: Guarding,
  request: IncomingMessage,
  body: string | BodySource,
): Promise<string | BodySource> {
  if (body === '' || !guarding.looksAtRequests) return body;
  if (typeof body !== 'string' && request.readableEnded) throw unreadable();
  const text = typeof body === 'string' ? body : (await readBody(request)).toString('utf8');
  const document = parseMapping(text);
  if (!document) throw unreadable();
  const looked = await guarding.passedRequest(document);
  return looked === document ? text : JSON.stringify(looked);
}

/** An answer that goes through, as latin1, when it is there as a whole. Rejects where it cannot be looked at. */
export async function guardedPassage(guarding: Guarding, { text, contentType }: HeldReply): Promise<string> {
  if (!guarding.looksAtAnswers || text === '') return text;
  if (contentType.includes('event-stream')) return guarding.wholeStream(text);
  if (!/json|^text\//.test(contentType)) throw unseen();
  const facts = { usage: undefined, roughTokens: 0, model: undefined };
  const answer = await guarding.answer({ kind: 'plain', text, encoding: 'latin1', contentType, facts });
  if (answer.kind !== 'plain') throw unseen();
  return Buffer.from(answer.text, answer.encoding).toString('latin1');
}

function unreadable(): GatewayError {
  return badRequest('A guardrail has to look at what goes through, and this is no JSON', 'request_body');
}

function unseen(): GatewayError {
  return new GatewayError({
    status: 502,
    type: 'internal_server_error',
    message: 'A guardrail has to look at the answer, and it is neither JSON nor text',
  });
}
