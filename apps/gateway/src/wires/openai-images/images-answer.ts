import { randomUUID } from 'node:crypto';
import type { Use } from '@showrunner/models';
import type { HttpProviderAdapter } from '@showrunner/providers';
import { noFacts, type AnswerFacts } from '../../exchange/answer/answer-facts.ts';
import type { PlainAnswer } from '../../exchange/answer/answer.ts';
import type { ModelRequest } from '../../exchange/asked/model-request.ts';
import type { CollectedResponse } from '../../exchange/transports.ts';
import { mockFailureIn } from '../../failure/mock-failure.ts';
import { answerMembers } from '../../json/answer-members.ts';
import type { MediaView } from '../media-wire.ts';
import { readMediaUsage } from '../openai/media-usage.ts';
import { writtenAnswer } from '../openai/written-answer.ts';
import { PassingRelay } from '../passing-relay.ts';

/** What requests for pictures have in common, made anew or changed; forms say numbers as text. */
interface PicturesRequest extends ModelRequest {
  n?: number | string;
  size?: string;
}

/** A vendor's whole answer as it came: a list of pictures. Throws what the vendor says where it is none. */
export function passImages(
  { status, headers, body }: CollectedResponse,
  vendor: HttpProviderAdapter,
  view: MediaView<PicturesRequest>,
): PlainAnswer {
  const text = body.toString('latin1');
  const members = answerMembers.find(text);
  if (!members?.data || members.error) throw vendor.decodeError(status, headers, body);
  const { usage } = members;
  const counted = usage && (JSON.parse(body.toString('utf8', usage.start, usage.end)) as unknown);
  return { kind: 'plain', text, encoding: 'latin1', facts: { ...noFacts(), ...factsOf(counted, view) } };
}

/** The same of one whose pictures come by and by. */
export function passImageStream(vendor: HttpProviderAdapter, view: MediaView<PicturesRequest>): PassingRelay {
  return new PassingRelay(vendor, {
    // Models that cannot stream answer whole.
    takes: (type) => type === 'application/json',
    lastEvent: /^image_(generation|edit)\.completed$/,
    tell: ({ usage }) => factsOf(usage, view),
    facts: { price: view.price },
  });
}

/** By the tokens that the vendor counted; else by the picture, or its size. */
function factsOf(counted: unknown, { request, price }: MediaView<PicturesRequest>): Partial<AnswerFacts> {
  const tokens = readMediaUsage(counted, 'outputImageTokens');
  const images = Number(request.n ?? 1) || 1;
  const [, width, height] = /^(\d{1,5})x(\d{1,5})$/.exec(request.size ?? '1024x1024') ?? [];
  const pixels: Use[] = width === undefined ? [] : [{ pixels: images * Number(width) * Number(height) }];
  // The price of a size and a quality is one of pictures: who counts tokens has its model's own.
  const own = tokens ? undefined : price;
  return { price: own, usage: tokens?.usage, billedAs: [...(tokens?.billedAs ?? []), { images }, ...pixels] };
}

/** A deployment's `mock_response`: a whole answer as JSON, as LiteLLM has it, or the address of the one picture. */
export function mockImages(text: string): PlainAnswer {
  const failure = mockFailureIn(text);
  if (failure) throw failure;
  if (text.startsWith('{')) return { kind: 'plain', text, encoding: 'utf8', facts: noFacts() };
  const url = URL.canParse(text) ? text : `https://example.com/${randomUUID()}.png`;
  return writtenAnswer({ created: Math.floor(Date.now() / 1000), data: [{ url, revised_prompt: text }] });
}
