import { asObject, asObjects, asString } from '../kit/json.ts';
import { readJsonAnswer } from '../kit/read-json-answer.ts';
import type { HttpModerations } from '../spec/operations/moderations.ts';
import { encodeOpenAiJson } from './json-request.ts';
import type { OpenAiVendor } from './openai-vendor.ts';

/** Moderations of a vendor that speaks OpenAI's wire. */
export function openAiModerations(vendor: OpenAiVendor): HttpModerations {
  return Object.freeze({
    wire: 'openai',
    encode: (call) => encodeOpenAiJson(vendor, '/moderations', call),
    decode(body, call) {
      const answer = readJsonAnswer(vendor, body, ({ results, error }) => Array.isArray(results) && !asObject(error));
      return { ...answer, model: asString(answer.model) ?? call.model, results: asObjects(answer.results) };
    },
  } satisfies HttpModerations);
}
