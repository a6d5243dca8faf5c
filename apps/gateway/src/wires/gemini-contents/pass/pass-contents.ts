import { estimateTokens } from '@showrunner/models';
import { asObject, isJsonObject, parseJson, type HttpProviderAdapter } from '@showrunner/providers';
import type { PlainAnswer } from '../../../exchange/answer/answer.ts';
import type { CollectedResponse } from '../../../exchange/transports.ts';
import { boundedId } from '../../vendor-id.ts';
import { answerIn } from './read-answer.ts';

/** A vendor's own answer as it came. Throws what the vendor says where it is none. */
export function passContents({ status, headers, body }: CollectedResponse, vendor: HttpProviderAdapter): PlainAnswer {
  const answer = parseJson(body.toString());
  const read = isJsonObject(answer) && !asObject(answer.error) ? answerIn(answer) : undefined;
  if (!read) throw vendor.decodeError(status, headers, body);
  const { id, usage } = read;
  return {
    kind: 'plain',
    text: body.toString('latin1'),
    encoding: 'latin1',
    facts: { usage, roughTokens: usage ? 0 : estimateTokens(body.length), id: boundedId(id), model: undefined },
  };
}
