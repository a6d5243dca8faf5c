import { z } from 'zod';
import type { EnvelopeAnswer, FileAnswer, RouteAnswer } from '../route.ts';
import type { ApiDescription, ExampleContent, OperationExample } from './api-description.ts';
import type { Components } from './components.ts';
import { schemaOf, type Json } from './schemas.ts';

/** What stands around all answers alike, and where what has a name goes. */
interface AnswerWorld {
  readonly envelope: ApiDescription['envelope'];
  readonly components: Components;
  readonly example: OperationExample | undefined;
}

/** The answers of a route that went well, by status. */
export function answersOf(answer: RouteAnswer, world: AnswerWorld): Json {
  return Object.fromEntries(
    answersByStatus(answer, world).map(([status, one]) => [status, withExamples(one, world.example?.answers[status])]),
  );
}

function answersByStatus(answer: RouteAnswer, world: AnswerWorld): (readonly [status: number, Answer])[] {
  const done = answerOf(answer, world);
  switch (answer.kind) {
    case 'nothing':
      return [[204, done]];
    case 'text':
      return [
        [200, done],
        ...(answer.orNothing === undefined ? [] : [[204, { description: answer.orNothing }] as const]),
      ];
    case 'envelope': {
      const accepted = answer.accepted && answerOf({ kind: 'envelope', ...answer.accepted }, world);
      return [[answer.status ?? 200, done], ...(accepted === undefined ? [] : [[202, accepted] as const])];
    }
    case 'json':
    case 'file':
      return [[200, done]];
  }
}

interface Answer {
  readonly description: string;
  readonly headers?: Json;
  readonly content?: Readonly<Record<string, Json>>;
}

function answerOf(answer: RouteAnswer, world: AnswerWorld): Answer {
  switch (answer.kind) {
    case 'text':
      return { description: 'OK', content: textOf(bare(answer.mediaType)) };
    case 'json': {
      const schema = world.components.addSchema(answer.name, schemaOf(answer.schema, 'output'));
      const events = answer.events === undefined ? {} : textOf(EVENT_STREAM, answer.events);
      return { description: 'OK', content: { 'application/json': { schema }, ...events } };
    }
    case 'envelope':
      return envelopeOf(answer, world);
    case 'nothing':
      return { description: 'Done' };
    case 'file':
      return fileOf(answer, world);
  }
}

const EVENT_STREAM = 'text/event-stream';

/** Some readers take what is said of events for the whole text and some for each event, so that no type is said. */
function textOf(mediaType: string, description?: string): Readonly<Record<string, Json>> {
  const schema = { ...(mediaType !== EVENT_STREAM && { type: 'string' }), ...(description && { description }) };
  return { [mediaType]: { schema } };
}

function envelopeOf({ name, data, meta, events }: EnvelopeAnswer, { envelope, components }: AnswerWorld): Answer {
  const { properties, ...rest } = schemaOf(envelope(z.unknown(), meta ?? z.looseObject({})), 'output');
  const named = components.addSchema(name, schemaOf(data, 'output'));
  return {
    description: 'OK',
    headers: { 'X-Request-Id': { schema: { type: 'string' } } },
    content: {
      'application/json': { schema: { ...rest, properties: { ...properties, data: named } } },
      ...(events === undefined ? {} : textOf(EVENT_STREAM, events)),
    },
  };
}

/** A file that is JSON itself has the media type of the envelope, in which it also comes. */
function fileOf({ mediaTypes, ...answer }: FileAnswer, world: AnswerWorld): Answer {
  const envelope = envelopeOf({ ...answer, kind: 'envelope' }, world);
  const asFile = Object.fromEntries(mediaTypes.map((mediaType) => [bare(mediaType), { schema: { type: 'string' } }]));
  const inEnvelope = envelope.content?.['application/json']?.schema;
  const either = mediaTypes.map(bare).includes('application/json')
    ? { 'application/json': { schema: { anyOf: [inEnvelope, { type: 'object' }] } } }
    : {};
  return { ...envelope, content: { ...asFile, ...envelope.content, ...either } };
}

/** Every form that was once answered shows what that was. */
function withExamples(answer: Answer, shown: ExampleContent | undefined): Answer {
  if (shown === undefined || answer.content === undefined) return answer;
  const content = Object.entries(answer.content).map(
    ([mediaType, form]) => [mediaType, mediaType in shown ? { ...form, example: shown[mediaType] } : form] as const,
  );
  return { ...answer, content: Object.fromEntries(content) };
}

/** A document names media types without what may stand behind them. */
function bare(mediaType: string): string {
  return mediaType.split(';', 1)[0] ?? '';
}
