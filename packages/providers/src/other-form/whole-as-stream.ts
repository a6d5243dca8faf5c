import { isJsonObject, parseJson, type JsonObject } from '../kit/json.ts';
import type { AnswerForm } from './answer-form.ts';
import { forms } from './forms.ts';

/**
 * A whole answer as the stream that was asked for, as some servers pass over the wish for one. Nothing where it is no
 * answer of a wire that is known.
 */
export function wholeAsStream(text: string): string | undefined {
  const document = parseJson(text);
  // Gemini's stream is a list where it is not asked for as events.
  const answers = Array.isArray(document) ? document : [document];
  if (answers.length === 0 || !answers.every(isJsonObject)) return undefined;
  const form = forms.find(({ isWhole }) => answers.every(isWhole));
  return form && answers.map((answer) => eventsOf(form, answer)).join('') + (form.saysDone ? 'data: [DONE]\n\n' : '');
}

function eventsOf(form: AnswerForm, answer: JsonObject): string {
  return form
    .split(answer)
    .map(({ name, data }) => `${name === undefined ? '' : `event: ${name}\n`}data: ${JSON.stringify(data)}\n\n`)
    .join('');
}
