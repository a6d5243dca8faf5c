import type { RouteTable } from '@showrunner/routes';
import { z } from 'zod';

const anything = z.record(z.string(), z.unknown());
const contents = [{ role: 'user', parts: [{ text: 'How does espresso work?' }] }];
const ask = { model: 'default', messages: [{ role: 'user', content: 'How does espresso work?' }] };

/** What vendors say no with, beside what every request may be answered with. */
const errors = ['payment_required', 'NOT_FOUND', 'request_timeout', 'VALIDATION_ERROR'] as const;

/** Anthropic's form of an error, which its clients read. */
const errorForm = {
  name: 'MessagesError',
  schema: z.object({ type: z.literal('error'), error: z.object({ type: z.string(), message: z.string() }) }),
};

/** Google's, which its clients read. */
const geminiErrorForm = {
  name: 'ContentsError',
  schema: z.object({ error: z.object({ code: z.int(), message: z.string(), status: z.string() }) }),
};

/** An endpoint that asks a model, as the reference shows it. */
function asking(path: string, tag: string, summary: string, example: Readonly<Record<string, unknown>>) {
  const name = summary.replaceAll(/\W+(\w?)/g, (_, letter: string) => letter.toUpperCase());
  return {
    method: 'post',
    path,
    tag,
    summary,
    scope: 'call',
    body: { name: `${name}Request`, schemas: [z.looseObject({ model: z.string() })], example },
    answer: { kind: 'json', name: `${name}Answer`, schema: anything },
    errors,
  } as const;
}

/** One that is answered by events where `stream` is true. */
function streaming(...of: Parameters<typeof asking>) {
  const route = asking(...of);
  return { ...route, answer: { ...route.answer, events: 'The answer as it is made.' } } as const;
}

/** One whose path names the model. */
function gemini(verb: string, tag: string, summary: string, example: Readonly<Record<string, unknown>>) {
  const route = asking(`/v1beta/models/{model}:${verb}`, tag, summary, example);
  return {
    ...route,
    params: z.object({ model: z.string() }),
    body: { ...route.body, schemas: [anything] },
    errorForm: geminiErrorForm,
  } as const;
}

/** What asks models, under the first of its paths; a test holds it to the endpoints that there are. */
export const modelRoutes = {
  generateContent: gemini('generateContent', 'Chat', 'Answer in Google’s form', { contents }),
  streamGenerateContent: {
    ...gemini('streamGenerateContent', 'Chat', 'Stream an answer in Google’s form', { contents }),
    answer: { kind: 'json', name: 'StreamedContents', schema: anything, events: 'The answer as it is made.' },
  },
  countContentTokens: gemini('countTokens', 'Chat', 'Count the tokens of contents', { contents }),
  embedContent: gemini('embedContent', 'Embeddings', 'Embed a content', { content: contents[0] }),
  batchEmbedContents: gemini('batchEmbedContents', 'Embeddings', 'Embed contents', {
    requests: [{ content: contents[0] }],
  }),
  createChatCompletion: streaming('/v1/chat/completions', 'Chat', 'Complete a chat', ask),
  createMessage: {
    ...streaming('/v1/messages', 'Chat', 'Answer in Anthropic’s form', { ...ask, max_tokens: 100 }),
    errorForm,
  },
  countMessageTokens: {
    ...asking('/v1/messages/count_tokens', 'Chat', 'Count the tokens of messages', ask),
    errorForm,
  },
  createResponse: streaming('/v1/responses', 'Responses', 'Make a response', { model: 'default', input: 'Say hello' }),
  createCompletion: streaming('/v1/completions', 'Chat', 'Complete a text', { model: 'default', prompt: 'Once' }),
  createEmbedding: asking('/v1/embeddings', 'Embeddings', 'Embed texts', { model: 'default', input: ['One', 'Zwei'] }),
  createModeration: asking('/v1/moderations', 'Moderations', 'Moderate a text', { model: 'default', input: 'Hello' }),
  rerank: asking('/rerank', 'Rerank', 'Rank documents', {
    model: 'default',
    query: 'tea',
    documents: ['tea', 'coffee'],
  }),
  createImage: streaming('/v1/images/generations', 'Images', 'Make a picture', {
    model: 'default',
    prompt: 'A lighthouse',
  }),
  editImage: streaming('/v1/images/edits', 'Images', 'Change a picture', { model: 'default', prompt: 'By night' }),
  varyImage: asking('/v1/images/variations', 'Images', 'Vary a picture', { model: 'default' }),
  createSpeech: {
    ...asking('/v1/audio/speech', 'Audio', 'Speak a text', { model: 'default', input: 'Hello', voice: 'alloy' }),
    answer: { kind: 'text', mediaType: 'audio/mpeg' },
  },
  createTranscription: streaming('/v1/audio/transcriptions', 'Audio', 'Write down speech', { model: 'default' }),
  createTranslation: asking('/v1/audio/translations', 'Audio', 'Write down speech in English', { model: 'default' }),
} as const satisfies RouteTable;

/** Of those, and of files, the ones whose requests are forms. */
export const formPaths: readonly string[] = [
  '/v1/images/edits',
  '/v1/images/variations',
  '/v1/audio/transcriptions',
  '/v1/audio/translations',
  '/v1/files',
];
