import { estimateTokens } from '@showrunner/models';
import type { HttpProviderAdapter } from '@showrunner/providers';
import { noFacts, type AnswerFacts } from '../../exchange/answer/answer-facts.ts';
import type { PlainAnswer } from '../../exchange/answer/answer.ts';
import type { ModelRequest } from '../../exchange/asked/model-request.ts';
import type { CollectedResponse } from '../../exchange/transports.ts';
import { mockFailureIn } from '../../failure/mock-failure.ts';
import { isMapping, parseMapping, type Mapping } from '../../json/mapping.ts';
import type { MediaView } from '../media-wire.ts';
import { mediaType } from '../media-type.ts';
import { readMediaUsage } from '../openai/media-usage.ts';
import { writtenAnswer } from '../openai/written-answer.ts';
import { subtitleSeconds } from './subtitle-seconds.ts';

const JSON_TYPE = 'application/json';

/** Text in whichever form the caller chose (`response_format`); never a page of somebody on the way. */
export function isTextType(type: string): boolean {
  return type !== 'text/html';
}

/** A vendor's whole answer as it came, under its media type. Throws what the vendor says where it is none. */
export function passText(
  { status, headers, body }: CollectedResponse,
  vendor: HttpProviderAdapter,
  { price }: MediaView<ModelRequest>,
): PlainAnswer {
  const type = mediaType(headers['content-type']);
  const text = body.toString();
  const document = type === JSON_TYPE || text.startsWith('{') ? parseMapping(text) : undefined;
  const isOther = !isTextType(type) || (type === JSON_TYPE && document === undefined);
  if (isOther || isMapping(document?.error)) throw vendor.decodeError(status, headers, body);
  const facts = document ? factsOf(document) : factsOfText(text);
  const contentType = type === JSON_TYPE ? undefined : (headers['content-type'] ?? 'text/plain; charset=utf-8');
  return { kind: 'plain', text, encoding: 'utf8', contentType, facts: { ...noFacts(), ...facts, price } };
}

/** Subtitles say how long the sound was at least. */
function factsOfText(text: string): Partial<AnswerFacts> {
  const seconds = subtitleSeconds(text);
  const roughTokens = estimateTokens(text.length);
  return seconds === undefined ? { roughTokens } : { roughTokens, billedAs: [{ inputSeconds: seconds }] };
}

/** By what the vendor counted, tokens or seconds; else by how long it says that the sound was. */
export function factsOf({ usage, duration, text }: Mapping): Partial<AnswerFacts> {
  const roughTokens = estimateTokens(typeof text === 'string' ? text.length : 0);
  const seconds = Number(duration);
  const bySeconds = Number.isFinite(seconds) && seconds > 0 ? [{ inputSeconds: seconds }] : [];
  const counted = readMediaUsage(usage, 'outputTokens');
  return { roughTokens, usage: counted?.usage, billedAs: [...(counted?.billedAs ?? []), ...bySeconds] };
}

/** A deployment's `mock_response` is what was said. */
export function mockText(text: string, { response_format: format }: ModelRequest): PlainAnswer {
  const failure = mockFailureIn(text);
  if (failure) throw failure;
  if (format === undefined || format === 'json' || format === 'verbose_json') return writtenAnswer({ text });
  return { kind: 'plain', text, encoding: 'utf8', contentType: 'text/plain; charset=utf-8', facts: noFacts() };
}
