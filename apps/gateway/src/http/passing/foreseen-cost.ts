import { describeModel, lookUpModel, type ModelDescription } from '@showrunner/models';
import { costOfAsking } from '../../admit/expected-cost.ts';
import type { OutgoingRequest } from '../../exchange/transports.ts';
import { parseMapping } from '../../json/mapping.ts';
import { passingOperation } from '../../passing/operation.ts';
import type { Destination, Passage } from '../../passing/passage.ts';

/** What is known of a request that goes through before it is sent. */
export interface ForeseenRequest {
  readonly passage: Pick<Passage, 'costPerRequest'>;
  readonly destination: Destination;
  readonly head: Pick<OutgoingRequest, 'method' | 'url'>;
  /** Nothing where it goes on as it comes. */
  readonly body: Buffer | undefined;
}

/** Methods by which no model is asked. */
const ASKS_NOBODY: ReadonlySet<string> = new Set(['GET', 'DELETE']);

/** What is told again, and was counted when it was made (OpenAI's API reference, "Cancel a response"). */
const CANCELS = /\/(responses|batches)\/[^/]+\/cancel$/;

/** In a path of Google's or Bedrock's: `/models/gemini-2.5-pro:generateContent`, `/model/amazon.nova-lite-v1:0/converse`. */
const MODEL_IN_PATH = /\/models?\/([^/]+?)(?::[a-z]\w+|\/[\w-]+)$/i;

/** Vendors' paths of calls that are billed by something else than the tokens of an answer. */
const KINDS: readonly (readonly [path: RegExp, callType: string])[] = [
  [/\/embeddings$|:(batchEmbedContents|embedContent)$/, 'aembedding'],
  [/\/images\/generations$/, 'aimage_generation'],
  [/\/audio\/speech$/, 'aspeech'],
  [/\/moderations$/, 'amoderation'],
  [/\/rerank$/, 'arerank'],
];

/** Whether a request has a model do something. */
export function asksModel({ method, url }: Pick<OutgoingRequest, 'method' | 'url'>): boolean {
  return !ASKS_NOBODY.has(method) && !CANCELS.test(new URL(url).pathname);
}

/** What is known of a model of whoever is asked: by its name in the vendor's table, else as a deployment says it. */
export function describePassed(
  { vendor, deployment }: Destination,
  model: string | undefined,
): Pick<ModelDescription, 'price' | 'facts'> {
  const known = model === undefined ? undefined : describeModel({ table: lookUpModel(vendor.name, model) });
  return known?.price ? known : deployment;
}

/**
 * What a request that goes through may cost, in US dollars: what each costs, else what its body asks of a model whose price
 * is known. Nothing where nobody knows.
 */
export function foreseenCost(
  { passage, destination, head, body }: ForeseenRequest,
  usual: number | undefined,
): number | undefined {
  if (passage.costPerRequest !== undefined) return passage.costPerRequest;
  if (!asksModel(head)) return 0;
  const document = body && parseMapping(body.toString());
  if (!document) return undefined;
  const { pathname } = new URL(head.url);
  const model = typeof document.model === 'string' ? document.model : modelIn(pathname);
  const { price, facts } = describePassed(destination, model);
  const callType = KINDS.find(([path]) => path.test(pathname))?.[1] ?? passingOperation.callType;
  const asked = { operation: { callType }, request: { ...document, model: model ?? '' }, requestBytes: body.length };
  return costOfAsking(asked, price, usual === undefined ? undefined : { usual, longest: facts?.maxOutputTokens });
}

function modelIn(pathname: string): string | undefined {
  const [, written] = MODEL_IN_PATH.exec(pathname) ?? [];
  return written === undefined ? undefined : decodeURIComponent(written);
}
