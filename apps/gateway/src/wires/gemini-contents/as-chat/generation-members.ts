import type { ModelInfo } from '@showrunner/models';
import { asString, type ChatRequest, type JsonObject, type ResponseFormat } from '@showrunner/providers';
import { mayReason } from '../../openai/may-reason.ts';
import { isStrictSchema } from '../../openai/strict-schema.ts';
import { member, memberNames, objectIn, textIn } from '../member.ts';
import { jsonSchemaOf } from './json-schema.ts';
import { lacking } from './lacking.ts';
import { effortOf } from './thinking-effort.ts';

/** Google's names for what chat has under another. */
const RENAMED: Readonly<Record<string, string>> = {
  temperature: 'temperature',
  topP: 'top_p',
  topK: 'top_k',
  maxOutputTokens: 'max_tokens',
  stopSequences: 'stop',
  candidateCount: 'n',
  seed: 'seed',
  presencePenalty: 'presence_penalty',
  frequencyPenalty: 'frequency_penalty',
};

/** What is read here in a way of its own. */
const READ = new Set([
  'responseMimeType',
  'responseSchema',
  'responseJsonSchema',
  'thinkingConfig',
  'responseModalities',
]);

/** What asks for nothing where it says this. */
const HARMLESS: Readonly<Record<string, unknown>> = { responseLogprobs: false, enableEnhancedCivicAnswers: false };

/** `generationConfig` in chat's members. Throws a 400 for what a chat has no word for. */
export function generationMembers(config: JsonObject, known: ModelInfo): Partial<ChatRequest> {
  const members: JsonObject = {};
  for (const name of memberNames(config)) {
    const value = member(config, name);
    const renamed = RENAMED[name];
    if (renamed !== undefined) members[renamed] = value;
    else if (!READ.has(name) && value !== HARMLESS[name]) throw lacking(`generationConfig.${name}`, 'leave it out');
  }
  // One answer is what is given where nobody says how many.
  if (members.n === 1) delete members.n;
  if (Array.isArray(members.stop) && members.stop.length === 0) delete members.stop;
  const format = responseFormat(config);
  const modalities = modalitiesOf(config);
  const effort = mayReason(known) ? effortOf(objectIn(config, 'thinkingConfig'), known) : undefined;
  return {
    ...members,
    ...(format && { response_format: format }),
    ...(modalities && { modalities }),
    ...(effort !== undefined && { reasoning_effort: effort }),
  };
}

function responseFormat(config: JsonObject): ResponseFormat | undefined {
  const type = textIn(config, 'responseMimeType');
  const own = objectIn(config, 'responseSchema');
  const schema = objectIn(config, 'responseJsonSchema') ?? (own && jsonSchemaOf(own));
  if (schema) {
    const strict = isStrictSchema(schema);
    return { type: 'json_schema', json_schema: { name: 'response', schema, strict } };
  }
  if (type === 'application/json') return { type: 'json_object' };
  if (type === undefined || type === 'text/plain') return undefined;
  throw lacking('generationConfig.responseMimeType', 'text/plain and application/json have');
}

/** Nothing where text alone is wanted. */
function modalitiesOf(config: JsonObject): string[] | undefined {
  const wanted = [member(config, 'responseModalities') ?? []].flat().map((one) => String(asString(one)).toLowerCase());
  return wanted.every((one) => one === 'text') ? undefined : wanted;
}
