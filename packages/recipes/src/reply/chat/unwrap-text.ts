import { withoutClosing } from './closing.ts';
import { withoutOpening } from './opening.ts';
import type { Unwrapping, Unwrapped } from './unwrapping.ts';
import { firstOption } from './choices.ts';
import { lastVersion } from './versions.ts';
import { textFromJson } from './text-in-json.ts';

const UNWRAPPINGS: readonly Unwrapping[] = [
  markup(textInFence),
  onlyFence,
  markup(textInBlock),
  markup(textFromJson),
  markup(textInTag),
  markup(textInQuotes),
  onlyQuoted,
  markup(textBetweenRules),
  lastVersion,
  firstOption,
  withoutOpening,
  withoutClosing,
];

/** Wrappers in wrappers: more than this many are no longer an answer to the question. */
const MOST_WRAPPERS = 12;

/** The one text that was asked for, in a reply that has been given something around it. */
export function unwrapText(reply: string): Unwrapped {
  let text = reply.trim();
  const removed: string[] = [];
  for (let count = 0; count < MOST_WRAPPERS; count += 1) {
    const next = UNWRAPPINGS.map((unwrapping) => unwrapping(text)).find((one) => one !== undefined);
    if (next === undefined) break;
    text = next.text.trim();
    removed.push(...next.removed.map((words) => words.trim()).filter((words) => words !== ''));
  }
  return { text, removed };
}

function markup(unwrap: (text: string) => string | undefined): Unwrapping {
  return (text) => {
    const inner = unwrap(text);
    return inner === undefined || inner.trim() === '' || inner === text ? undefined : { text: inner, removed: [] };
  };
}

const FENCE = /^(?:```|~~~)[^\n`]*\n([\s\S]*?)(?:\n?(?:```|~~~))?$/;
/** In a code fence, closed or (cut by a limit) never closed. */
function textInFence(text: string): string | undefined {
  return FENCE.exec(text)?.[1];
}

const ONLY_FENCE =
  /^(?<before>[^`~]{0,200}[:：]\s*\n+)(?:```|~~~)[^\n`]*\n(?<inner>[^`~]+?)\n(?:```|~~~)(?<after>\n[^`~]{0,300})?$/;

/** In the only code fence, behind a line that announces it. */
function onlyFence(text: string): Unwrapped | undefined {
  const { before = '', inner, after = '' } = ONLY_FENCE.exec(text)?.groups ?? {};
  return inner === undefined ? undefined : { text: inner, removed: [before, after] };
}

/** In triple quotation marks, as a quotation of Markdown, or in LaTeX's box around a final answer. */
function textInBlock(text: string): string | undefined {
  const inner = /^("""|''')([\s\S]+)\1$/.exec(text)?.[2] ?? /^\\boxed\{(?:\\text\{)?([^{}]+)\}{1,2}$/.exec(text)?.[1];
  if (inner !== undefined) return inner;
  return /^(?:>(?!>)[^\n]*(?:\n\s*|$))+$/.test(text) ? text.replace(/^>[ \t]?/gm, '') : undefined;
}

function textInTag(text: string): string | undefined {
  return /^<([a-z][\w-]*)>([\s\S]+)<\/\1>$/i.exec(text)?.[2];
}

/** A paragraph in quotation marks, and another before it: `はい、書き直しました。`, "I've made it shorter." */
const ONLY_QUOTED =
  /^(?<before>[^"“”„«»「」『』]{1,180}?)\n\s*\n\s*(?:["“„«「『])(?<inner>[^"“”„«»「」『』]+)(?:["“”»」』])[.。]?(?<after>\s*\n\s*\n[^"“”„«»「」『』]{1,300})?$/su;

function onlyQuoted(text: string): Unwrapped | undefined {
  const { before = '', inner = '', after = '' } = ONLY_QUOTED.exec(text)?.groups ?? {};
  // What stands around the answer is less than it; a story quotes somebody in passing.
  return inner.length <= before.length + after.length ? undefined : { text: inner, removed: [before, after] };
}

/** In quotation marks around the whole; those inside of it are speech. */
function textInQuotes(text: string): string | undefined {
  const inner = /^(?:["“”„«»「『]|'(?=.*'$)|‘)(.*)(?:["“”»«」』]|'|’)[.。]?$/su.exec(text)?.[1];
  return inner === undefined || /["“”„«»「」『』]/u.test(inner) ? undefined : inner;
}

/** Between lines of nothing but dashes, stars or underscores. */
function textBetweenRules(text: string): string | undefined {
  const bare = text.replace(/^(?:[-*_=]{3,}\s*\n)+/, '').replace(/(?:\n\s*[-*_=]{3,})+$/, '');
  return bare === text ? undefined : bare;
}
