import { refusalIn, type Ask } from '@showrunner/recipes';
import type { ModelReply } from '../gateway/read-completion.ts';
import { inertText, inertValue, mayBeActive } from './inert-text.ts';

/** Why a reply cannot be used. `cut_off`: the stream broke after its first content. */
export type ReplyFault = 'empty' | 'truncated' | 'refused' | 'not_json' | 'wrong_shape' | 'cut_off';

export type Reading =
  | { readonly usable: true; readonly value: unknown }
  | { readonly usable: false; readonly fault: ReplyFault; readonly finding: string };

/** Turns the model's text into what the ask wanted, or says what is wrong with it in words the model can act on. */
export function readReply(reply: ModelReply, wanted: Ask['reply']): Reading {
  if (reply.refusal !== null || reply.finishReason === 'content_filter') {
    return unusable('refused', reply.refusal ?? 'The provider filtered the answer.');
  }
  const text = withoutReasoning(reply.text).trim();
  const isCut = reply.finishReason === 'length';
  // The recipe takes what is whole of a text and asks on for the rest; half a JSON value is of no use to it.
  if (isCut && (wanted.form === 'json' || text === '')) {
    return unusable('truncated', 'The answer ended before it was complete.');
  }
  if (text === '') return unusable('empty', 'The answer was empty.');
  return wanted.form === 'text' ? readText(withoutFence(text)) : readJson(text, wanted.schema);
}

function readText(text: string): Reading {
  const refused = refusalIn(text);
  return refused === undefined ? { usable: true, value: inertText(text) } : unusable('refused', refused);
}

function readJson(text: string, schema: Extract<Ask['reply'], { form: 'json' }>['schema']): Reading {
  const found = findJson(text);
  const refused = refusalIn(found?.value ?? text);
  if (refused !== undefined) return unusable('refused', refused);
  if (found === undefined) return unusable('not_json', 'The answer was not a JSON object.');
  const parsed = schema.safeParse(mayBeActive(text) ? inertValue(found.value) : found.value);
  if (parsed.success) return { usable: true, value: parsed.data };
  const findings = parsed.error.issues
    .slice(0, 8)
    .map((issue) => `${issue.path.join('.') || '(top)'}: ${issue.message}`);
  return unusable('wrong_shape', `The JSON did not have the wanted shape. ${findings.join('; ')}`);
}

function unusable(fault: ReplyFault, finding: string): Reading {
  return { usable: false, fault, finding };
}

/** Removes what reasoning models tell themselves before the answer, closed or (cut by a limit) never closed. */
export function withoutReasoning(text: string): string {
  const opened = /^\s*<(think|thinking|reasoning)>/i.exec(text);
  const end = /<\/(think|thinking|reasoning)>/i.exec(text);
  if (opened) return end ? text.slice(end.index + end[0].length) : '';
  // Some chat templates put the opening tag into the prompt, so that only the closing one arrives.
  if (end && !text.slice(0, end.index).includes('{')) return text.slice(end.index + end[0].length);
  return text;
}

/** Without the code fence around a text, closed or (cut by a limit) never closed. */
function withoutFence(text: string): string {
  return /^```[^\n]*\n([\s\S]*?)(?:\n?```)?$/.exec(text)?.[1]?.trim() ?? text;
}

/** The JSON in an answer that may be fenced or have prose around it: the longest complete object or list. */
export function findJson(text: string): { readonly value: unknown } | undefined {
  const whole = parse(text);
  if (whole) return whole;
  const candidates = balancedParts(text).toSorted((a, b) => b.length - a.length);
  for (const candidate of candidates) {
    const parsed = parse(candidate);
    if (parsed) return parsed;
  }
  return undefined;
}

function parse(text: string): { readonly value: unknown } | undefined {
  if (!text.startsWith('{') && !text.startsWith('[')) return undefined;
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

/** Openings tried before giving up: each unbalanced one costs a scan to the end. */
const MAX_OPENINGS = 40;

function balancedParts(text: string): string[] {
  const parts: string[] = [];
  const opening = /[{[]/g;
  for (let tries = 0; tries < MAX_OPENINGS; tries += 1) {
    const start = opening.exec(text)?.index;
    if (start === undefined) break;
    const end = endOfValue(text, start);
    if (end === undefined) continue;
    parts.push(text.slice(start, end));
    opening.lastIndex = end;
  }
  return parts;
}

/** The index after the bracket that closes the one at `start`, brackets inside strings left alone. */
function endOfValue(text: string, start: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (let index = start; index < text.length; index += 1) {
    const character = text[index];
    if (inString) {
      if (character === '\\') index += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return undefined;
}
