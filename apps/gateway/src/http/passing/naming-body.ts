import type { IncomingMessage } from 'node:http';
import type { AskedRequest } from '../../exchange/wire.ts';
import { isMapping, parseMapping } from '../../json/mapping.ts';
import { BODY_LIMIT, readBody } from '../body/read-body.ts';

/** Members in which callers say for whom they call, and by which tags it is counted. */
const NAMING = ['"user"', '"metadata"', '"litellm_metadata"', '"safety_identifier"', '"tags"'];

/** A body that was read before it goes on, and what it says of whom it is for. */
export interface NamingBody {
  readonly whole: Buffer;
  readonly request: Partial<AskedRequest['request']>;
  readonly controls: Partial<AskedRequest['controls']>;
}

/**
 * The body of a request that goes through, where it may say for whom: whoever is blocked, or has spent what they may, is
 * so on each way. Nothing of what is no JSON, is longer than other requests may be, or has no body.
 */
export async function namingBody(request: IncomingMessage): Promise<NamingBody | undefined> {
  const { 'content-type': type = '', 'content-length': announced, 'transfer-encoding': coding } = request.headers;
  const hasBody = coding !== undefined || (announced !== undefined && announced !== '0');
  if (!hasBody || !type.toLowerCase().includes('json') || Number(announced ?? 0) > BODY_LIMIT) return undefined;
  const whole = await readBody(request);
  if (!NAMING.some((member) => whole.includes(member))) return { whole, request: {}, controls: {} };
  const {
    user,
    metadata,
    litellm_metadata: notes,
    safety_identifier: safety,
    tags,
  } = parseMapping(whole.toString()) ?? {};
  return {
    whole,
    request: { user, metadata, safety_identifier: safety },
    controls: {
      notes: isMapping(notes) ? notes : undefined,
      tags: Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : undefined,
    },
  };
}
