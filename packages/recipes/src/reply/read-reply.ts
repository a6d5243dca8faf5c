import type { z } from 'zod';
import type { Ask, Fixed } from '../port/effects.ts';
import type { Finding } from '../port/finding.ts';
import { oneChoice } from './chat/one-choice.ts';
import { readText, wordsTakenOff } from './chat/read-text.ts';
import { firstProseIn, refusalIn } from './refusal/refusal.ts';
import { saysNothingOf } from './refusal/says-nothing.ts';
import { readJson } from './json/read-json.ts';
import { repeatedInstructions, withoutInstructions } from './echo/instructions.ts';
import { answerPart } from './markup/answer-part.ts';
import { countMaterialMarks } from './plain/material-marks.ts';
import { splitSentences } from '../text/sentences.ts';
import { unusable, type ModelReply, type Reading } from './reading.ts';

/** Turns what a model said into what the ask wanted, or says what is wrong with it in words the model can act on. */
export function readReply(
  reply: ModelReply,
  ask: Pick<Ask, 'part' | 'reply' | 'topic' | 'system' | 'prompt'>,
): Reading {
  const { part, reply: wanted, topic = '' } = ask;
  if (reply.refusal !== null || reply.finishReason === 'content_filter')
    return unusable('refused', reply.refusal ?? 'The provider filtered the answer.');
  const isCut = reply.finishReason === 'length';
  const repeated = repeatedInstructions(reply.text, ask);
  const text = withoutInstructions(reply.text.replaceAll('\0', ''), repeated).trim();
  // The recipe takes what is whole of a text and asks on for the rest; half a JSON value is of no use to it.
  if (isCut && (wanted.form === 'json' || answerPart(text) === ''))
    return unusable('truncated', 'The answer ended before it was complete.');
  const reading =
    wanted.form === 'text'
      ? readWords(text, part, { leastSentences: wanted.leastSentences ?? 1, isCut })
      : readObject(text, wanted.schema, topic);
  if (!reading.usable) return reading;
  const echoed = echoTakenOut(text, reading.value, repeated, part);
  const chosen = wanted.form === 'json' ? oneChoice(reading.value) : { value: reading.value, removed: [] };
  const fixes = [
    ...nullsTakenOut(reply.text, part),
    ...echoed,
    ...wordsTakenOff(chosen.removed, part),
    ...reading.fixes,
  ];
  return { ...reading, value: chosen.value, fixes };
}

/** What a growing text says so far, as the whole reply will be read. */
export function textSoFar(reply: string): string {
  return readText(reply.replaceAll('\0', ''), true).text;
}

/** A text that was asked for as such came as JSON, and nothing could be made of it. */
const BEGINS_AS_JSON = /^\{\s*"[^"\n]{1,40}"\s*:/;

function readWords(
  reply: string,
  part: string,
  { leastSentences, isCut }: { readonly leastSentences: number; readonly isCut: boolean },
): Reading {
  const { text, removed } = readText(reply, isCut);
  if (text === '') return unusable('empty', 'The answer was empty.');
  if (BEGINS_AS_JSON.test(text)) return unusable('truncated', 'The answer was JSON that ended before it was complete.');
  const refused = refusalIn(text);
  if (refused !== undefined) return unusable('refused', refused);
  const count = splitSentences(text).length;
  if (count >= leastSentences) return { usable: true, value: text, fixes: wordsTakenOff(removed, part) };
  return unusable(
    isCut ? 'truncated' : 'wrong_shape',
    `There have to be ${leastSentences} sentences at least, not ${count}.`,
  );
}

function readObject(reply: string, schema: z.ZodType, topic: string): Reading {
  const json = readJson(reply, schema);
  if (json.found === 'nothing') return unusable('empty', 'The answer was empty.');
  const said = json.found === 'fitting' ? json.data : json.found === 'other' ? json.value : json.text;
  const refused = refusalIn(said, topic);
  if (refused !== undefined) return unusable('refused', refused);
  switch (json.found) {
    case 'fitting':
      if (topic !== '' && saysNothingOf(topic, firstProseIn(Object(json.data), FIRST_TEXTS)))
        return unusable('refused', 'The answer repeats one sentence that says nothing of the topic.');
      return { usable: true, value: json.data, fixes: [] };
    case 'other':
      return unusable('wrong_shape', `The JSON did not have the wanted shape. ${issuesOf(json.error)}`);
    case 'cut':
      return unusable('not_json', 'The JSON ended before it was complete.');
    case 'none':
      return unusable('not_json', 'The answer was not a JSON object.');
  }
}

/** Title, logline and narration; a title and the description. */
const FIRST_TEXTS = 3;

const MOST_ISSUES = 8;

/** What is wrong with the members that were asked for. */
function issuesOf({ issues }: z.ZodError): string {
  return issues
    .slice(0, MOST_ISSUES)
    .map(({ path, message }) => `${path.join('.') || '(top)'}: ${message}`)
    .join('; ');
}

/** U+0000 is no character of any text, and stores refuse it. */
function nullsTakenOut(text: string, path: string): Fixed[] {
  const count = text.match(/\u0000|\\u0000|&#(?:0+|x0+);/gi)?.length ?? 0; // oxlint-disable-line no-control-regex -- that is what is counted
  return count === 0
    ? []
    : [takenOut({ name: 'null_characters', value: count, unit: 'characters', path, message: 'U+0000 was taken out.' })];
}

/** What a model copies of the question is no part of an answer. */
function echoTakenOut(text: string, value: unknown, repeated: readonly string[], path: string): Fixed[] {
  const marks = /<<<|>>>/.test(text) ? countMaterialMarks(text) - countMaterialMarks(JSON.stringify(value)) : 0;
  const count = marks + repeated.length;
  const message = 'Marks or sentences of the question were taken out.';
  return count <= 0 ? [] : [takenOut({ name: 'repeated_question', value: count, unit: 'passages', path, message })];
}

function takenOut(figures: Pick<Finding, 'name' | 'value' | 'unit' | 'path' | 'message'>): Fixed {
  const finding = { ...figures, ok: false, limit: 0, severity: 'report' } as const;
  return { kind: 'fixed', outcome: 'fixed', finding };
}
