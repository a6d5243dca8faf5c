import type { HttpProviderAdapter, SpeechRequest } from '@showrunner/providers';
import { noFacts } from '../../exchange/answer/answer-facts.ts';
import type { PlainAnswer } from '../../exchange/answer/answer.ts';
import { errorBody } from '../../failure/gateway-error.ts';
import { mockFailureIn } from '../../failure/mock-failure.ts';
import type { MediaWire } from '../media-wire.ts';
import { errorEvent } from '../openai/error-event.ts';
import { readMediaUsage } from '../openai/media-usage.ts';
import { PassingRelay } from '../passing-relay.ts';
import { readSpeechRequest } from './read-request.ts';

/** What no vendor sends for sound: pages and messages of somebody on the way, and errors with status 200. */
const NO_SOUND = /^(text\/|application\/(json|problem\+json|xml)$)/;

/** OpenAI's speech (its API reference, "Create speech", 2026-11), with errors in LiteLLM's shape. It always comes in pieces. */
export const openAiSpeech: MediaWire<SpeechRequest> = {
  name: 'openai-speech',
  read: readSpeechRequest,
  pass() {
    throw new Error('speech comes in pieces');
  },
  passStream: (vendor: HttpProviderAdapter, { request, price }) =>
    new PassingRelay(vendor, {
      takes: (type) => !NO_SOUND.test(type),
      lastEvent: /^speech\.audio\.done$/,
      tell: ({ usage }) => readMediaUsage(usage, 'outputAudioTokens') ?? {},
      facts: { price, billedAs: [{ inputCharacters: request.input.length }] },
    }),
  mock: mockSpeech,
  streamEnd: '',
  errorBody,
  errorEvent,
};

/** A deployment's `mock_response` stands for the sound, letter by letter. */
function mockSpeech(text: string): PlainAnswer {
  const failure = mockFailureIn(text);
  if (failure) throw failure;
  return { kind: 'plain', text, encoding: 'utf8', contentType: 'audio/mpeg', facts: noFacts() };
}
