import { errorBody } from '../../failure/gateway-error.ts';
import type { FormWire } from '../form-wire.ts';
import { errorEvent } from '../openai/error-event.ts';
import { FormRules } from '../openai/form-rules.ts';
import { isText } from '../openai/member-checks.ts';
import { PassingRelay } from '../passing-relay.ts';
import { factsOf, isTextType, mockText, passText } from './text-answer.ts';

const rules = new FormRules({ language: isText, prompt: isText, response_format: isText }, { file: 'file' });

/** OpenAI's text of speech, in its language and in English (its API reference, "Audio", 2026-11), with errors in LiteLLM's shape. */
export const openAiAudio: FormWire = {
  name: 'openai-audio',
  read: (body) => rules.read(body),
  isSent: (field) => rules.isSent(field),
  pass: passText,
  passStream: (vendor, { price }) =>
    new PassingRelay(vendor, {
      takes: isTextType,
      lastEvent: /^transcript\.text\.done$/,
      tell: factsOf,
      facts: { price },
    }),
  mock: mockText,
  streamEnd: '',
  errorBody,
  errorEvent,
};
