import { estimateTokens } from '@showrunner/models';
import { readAnthropicUsage, type HttpProviderAdapter } from '@showrunner/providers';
import type { PlainAnswer } from '../../../exchange/answer/answer.ts';
import type { CollectedResponse } from '../../../exchange/transports.ts';
import { asAsciiJson, replaceValue } from '../../../json/splice.ts';
import { answerMembers } from '../../../json/answer-members.ts';
import { vendorIdAt } from '../../vendor-id.ts';

/** A vendor's own message as it came, but for the model's name. Throws what the vendor says where it is none. */
export function passMessage(
  { status, headers, body }: CollectedResponse,
  vendor: HttpProviderAdapter,
  shownModel: string,
): PlainAnswer {
  const text = body.toString('latin1');
  const { id, content, model, usage } = answerMembers.find(text) ?? {};
  if (!content) throw vendor.decodeError(status, headers, body);
  const counted = usage && readAnthropicUsage(JSON.parse(text.slice(usage.start, usage.end)));
  return {
    kind: 'plain',
    text: model ? replaceValue(text, model, asAsciiJson(shownModel)) : text,
    encoding: 'latin1',
    facts: {
      usage: counted,
      roughTokens: estimateTokens(content.end - content.start),
      id: vendorIdAt(text, id),
      model: undefined,
    },
  };
}
