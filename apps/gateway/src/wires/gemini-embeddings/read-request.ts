import type { EmbeddingsRequest } from '@showrunner/providers';
import type { AskedRequest } from '../../exchange/wire.ts';
import { badRequest } from '../../failure/gateway-error.ts';
import { isMapping, kindOf, type Mapping } from '../../json/mapping.ts';
import { objectIn, objectsIn, member, textIn } from '../gemini-contents/member.ts';
import { isList } from '../openai/member-checks.ts';
import { MemberRules } from '../openai/member-rules.ts';
import { readMembers } from '../openai/read-members.ts';

const rules = new MemberRules({ requests: isList });

/** What a single text says of itself, and the whole request here. */
const OF_A_TEXT = new Set([
  'content',
  'taskType',
  'task_type',
  'title',
  'outputDimensionality',
  'output_dimensionality',
]);

/** Reads a request of `embedContent`. Throws a 400 that names the member. */
export function readEmbedRequest(body: unknown): AskedRequest<EmbeddingsRequest> {
  const { request, controls } = readMembers(body, rules);
  return { request: { ...withoutText(request), ...embedding([request], ''), model: request.model }, controls };
}

/** The same of `batchEmbedContents`. */
export function readBatchEmbedRequest(body: unknown): AskedRequest<EmbeddingsRequest> {
  const { request, controls } = readMembers(body, rules);
  const { requests, ...rest } = request;
  if (!Array.isArray(requests) || requests.length === 0) {
    throw badRequest('requests is required and must hold at least one request', 'requests');
  }
  for (const [index, one] of requests.entries()) {
    const at = `requests[${index}]`;
    if (!isMapping(one)) throw badRequest(`${at} must be an object, not ${kindOf(one)}`, at);
  }
  return { request: { ...rest, ...embedding(requests as Mapping[], 'requests'), model: request.model }, controls };
}

/** What is asked for of texts, whose purpose and title only Google's models go by. */
interface Asked {
  readonly input: string[];
  readonly encoding_format: 'float';
  readonly dimensions?: number;
  readonly taskType?: string;
  readonly title?: string;
}

/** What they ask for together: one call has one size of vectors and one purpose. */
function embedding(requests: readonly Mapping[], at: string): Asked {
  const places = requests.map((_, index) => (at === '' ? '' : `${at}[${index}].`));
  const dimensions = agreed(requests, places, 'outputDimensionality');
  const taskType = agreed(requests, places, 'taskType');
  const title = agreed(requests, places, 'title');
  return {
    input: requests.map((one, index) => textOf(one, `${places[index]}content`)),
    encoding_format: 'float',
    ...(typeof dimensions === 'number' && { dimensions }),
    ...(typeof taskType === 'string' && { taskType }),
    ...(typeof title === 'string' && { title }),
  };
}

function agreed(requests: readonly Mapping[], places: readonly string[], name: string): unknown {
  const [first, ...others] = requests.map((one) => member(one, name));
  const other = others.findIndex((value) => value !== first);
  if (other === -1) return first;
  const at = `${places[other + 1]}${name}`;
  throw badRequest(`${at} must be the same in all requests of a batch`, at);
}

function textOf(request: Mapping, at: string): string {
  const texts = objectsIn(objectIn(request, 'content'), 'parts').map((part) => textIn(part, 'text') ?? '');
  const text = texts.join('\n');
  if (text === '') throw badRequest(`${at} is required and must have a part with text`, at);
  return text;
}

function withoutText(request: Mapping): Mapping {
  return Object.fromEntries(Object.entries(request).filter(([name]) => !OF_A_TEXT.has(name)));
}
