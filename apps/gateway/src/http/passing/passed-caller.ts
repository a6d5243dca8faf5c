import type { IncomingMessage } from 'node:http';
import type { Caller } from '@showrunner/access';
import type { Callers } from '../../admit/callers.ts';
import { checkPassage } from '../../admit/permit-rules.ts';
import { VirtualKey } from '../../keys/virtual-key.ts';
import type { Passage } from '../../passing/passage.ts';
import { keyInQuery } from '../../passing/query.ts';

/** What a key needs. */
export const PASSING_SCOPE = 'call:pass_through';

/** Who uses a passage that asks nobody for a key. */
const anybody: Caller = { keyId: '', workspace: 'anybody', scopes: new Set(), grants: undefined };

/** Who calls, and what is between them and this gateway alone. */
export interface PassedCaller {
  readonly caller: Caller;
  /** Headers that hold the gateway's keys, in lower case. */
  readonly withoutKeys: readonly string[];
}

/**
 * Who sends a request that goes through. Clients of Gemini's write their key into the query. Where nobody needs a key,
 * what looks like one is the target's, unless it is one of this gateway's. Rejects with a 401 or 403.
 */
export async function passedCaller(
  callers: Callers,
  { asksForKey }: Passage,
  { headers, rawHeaders, httpVersion, url = '' }: IncomingMessage,
  query: string,
): Promise<PassedCaller> {
  if (!asksForKey) {
    const presenter = await callers.presenter({ headers, rawHeaders, httpVersion });
    return { caller: presenter ?? anybody, withoutKeys: presenter ? callers.keyHeaderNames : [] };
  }
  const key = keyInQuery(query);
  const presented = key === undefined || callers.presentsKey(headers) ? headers : { ...headers, 'x-goog-api-key': key };
  const [requested = ''] = url.split('?', 1);
  const caller = await callers.permit({ headers: presented, rawHeaders, httpVersion }, PASSING_SCOPE, [requested]);
  if (caller instanceof VirtualKey) checkPassage(caller, requested);
  return { caller, withoutKeys: callers.keyHeaderNames };
}
