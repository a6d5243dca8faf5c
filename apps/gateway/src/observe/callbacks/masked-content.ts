import { isMapping, type Mapping } from '../../json/mapping.ts';
import { standardPayload, type PayloadFacts, type ToldExchange } from './standard-payload.ts';

/** What of a payload came from the caller, the model and the vendor, as those may see it who are told. */
export interface MaskedContent {
  readonly asked: Mapping;
  readonly response: unknown;
}

/** Rejects where a guardrail could not look, or refuses. */
export async function maskedContent(told: ToldExchange, facts: PayloadFacts): Promise<MaskedContent> {
  const { guard } = told.exchange;
  if (!guard) throw new Error('nobody masks it');
  const payload = standardPayload(told, facts);
  const { messages, model_parameters: parameters, error_str: error, metadata, response } = payload;
  const noted = isMapping(metadata) ? metadata.requester_metadata : null;
  const asked = await guard.toldAs({ messages, parameters, noted, error }, 'request');
  const answered = await guard.toldAs({ response }, 'response');
  return { asked, response: answered.response };
}

/** A payload with masked content in its places. */
export function withMasked(payload: Mapping, { asked, response }: MaskedContent): Mapping {
  const { messages, parameters, noted, error } = asked;
  const { metadata, error_information: information } = payload;
  return {
    ...payload,
    messages,
    response,
    model_parameters: parameters,
    error_str: error,
    error_information: isMapping(information) ? { ...information, error_message: error } : information,
    metadata: isMapping(metadata) ? { ...metadata, requester_metadata: noted } : metadata,
  };
}
