import { EventStreamReader, EventTooLargeError } from '../kit/stream/event-stream.ts';
import { asObject, isJsonObject, parseJson, type JsonObject } from '../kit/json.ts';
import { forms } from './forms.ts';

/** How an event stream begins: with a field, or a comment. */
const BEGINNING = /^(?:\u00EF\u00BB\u00BF)?\s*(?:data|event|id|retry)?:/;
const LONGEST_BEGINNING = 64;

/** An answer that begins so is nearly always JSON. */
const OPENING_BRACE = 0x7b;

/**
 * The whole answer that was asked for, of a server that sends a stream all the same; the error where that is what the
 * stream says. Nothing where it is none, of no wire that is known, or not at its end.
 */
export function streamAsWhole(body: Buffer): Buffer | undefined {
  if (!beginsAsEvents(body)) return undefined;
  const { events, isDone } = eventsIn(body);
  const error = events.find((event) => event.type === 'error' || asObject(event.error) !== undefined);
  const form = forms.find(({ isEvent }) => events.some(isEvent));
  const whole = error ?? form?.join(events, isDone);
  return whole && Buffer.from(JSON.stringify(whole));
}

/** Whether bytes are the beginning of an event stream, and not of anything else. */
export function beginsAsEvents(body: Buffer): boolean {
  return body[0] !== OPENING_BRACE && BEGINNING.test(body.toString('latin1', 0, LONGEST_BEGINNING));
}

function eventsIn(body: Buffer): { readonly events: readonly JsonObject[]; readonly isDone: boolean } {
  const reader = new EventStreamReader();
  const events: JsonObject[] = [];
  reader.push(body);
  reader.finish();
  try {
    while (reader.next()) {
      if (reader.data.trim() === '[DONE]') return { events, isDone: true };
      const event = parseJson(reader.data);
      if (isJsonObject(event)) events.push(event);
    }
  } catch (error) {
    if (!(error instanceof EventTooLargeError)) throw error;
  }
  return { events, isDone: false };
}
