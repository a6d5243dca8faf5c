import { estimateTokens } from '@showrunner/models';
import type { HttpProviderAdapter } from '@showrunner/providers';
import type { PlainAnswer } from '../../../exchange/answer/answer.ts';
import type { CollectedResponse } from '../../../exchange/transports.ts';
import type { PassedResponseView } from '../../responses-wire.ts';
import { vendorIdAt } from '../../vendor-id.ts';
import { findResponse, spliceResponse } from './splice-response.ts';

/** A vendor's own response as it came, but for ids and the model's name. Throws what the vendor says where it is none. */
export function passResponse(
  { status, headers, body }: CollectedResponse,
  vendor: HttpProviderAdapter,
  view: PassedResponseView,
): PlainAnswer {
  const text = body.toString('latin1');
  const found = findResponse(text);
  const output = found?.members.output;
  if (!found || !output) throw vendor.decodeError(status, headers, body);
  return {
    kind: 'plain',
    text: spliceResponse(text, found, view, { from: 0, to: text.length }),
    encoding: 'latin1',
    facts: {
      usage: found.usage,
      roughTokens: found.usage ? 0 : estimateTokens(output.end - output.start),
      id: vendorIdAt(text, found.members.id),
      model: undefined,
    },
  };
}
