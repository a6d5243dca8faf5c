import { readAnyUsage } from '@showrunner/providers';
import type { PlainAnswer } from '../../exchange/answer/answer.ts';
import { tierAt, vendorIdAt } from '../vendor-id.ts';
import { asAsciiJson, replaceValue } from '../../json/splice.ts';
import type { AnswerMembers } from '../../json/answer-members.ts';

/** A vendor's own answer, its bytes as latin1, as it came but for the model's name. `members` are where they stand in it. */
export function passedAnswer(
  text: string,
  members: AnswerMembers,
  shownModel: string,
  readUsage: typeof readAnyUsage = readAnyUsage,
): PlainAnswer {
  const { id, model, usage, service_tier: tier } = members;
  const counted = usage && readUsage(JSON.parse(text.slice(usage.start, usage.end)));
  return {
    kind: 'plain',
    text: model ? replaceValue(text, model, asAsciiJson(shownModel)) : text,
    encoding: 'latin1',
    facts: {
      usage: counted,
      roughTokens: 0,
      billedAs: undefined,
      id: vendorIdAt(text, id),
      serviceTier: tierAt(text, tier),
      model: undefined,
    },
  };
}
