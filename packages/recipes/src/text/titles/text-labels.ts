import { listLabels, otherLabels, titleLabels } from './text-label-words.ts';
import { withoutOuterQuotes } from './outer-quotes.ts';

/** Marks that may stand around a label alone: `**Title**:`, `"Title": …`. */
const MARKS = '[*_`"“”„«»\'‘’]*';
const NUMBER = '(?:\\s*(?:#|№|nr\\.?|n[º°o]\\.?)?\\s*\\p{Nd}{1,2})?';
const OPEN = '[\\[(【（<〈《「『]';
const CLOSED = '[\\])】）>〉》」』]';
const COLON = '\\s*[:：︰﹕꞉=＝]';
/** A dash stands apart from its words, or is a long one; so do arrows and bars. */
const DASH = '(?:\\s+(?:[-–—−|｜~〜]|[-–—=]?[>→⇒➜➡])|\\s*(?:[—―⸺]{1,2}|－))(?=\\s|[^\\s\\p{Nd}])|\\s*\\n';

const ANY = [...titleLabels, ...otherLabels, ...listLabels].join('|');
const SINGLE = [...titleLabels, ...otherLabels].join('|');

const LABEL = new RegExp(
  `^\\s*(?:#{1,6}\\s+|[-*•]\\s+)?${MARKS}(?:(?:${ANY})${NUMBER}${MARKS}(?:${COLON})|(?:${SINGLE})${NUMBER}${MARKS}(?:${DASH})|${OPEN}\\s*(?:${ANY})${NUMBER}\\s*${CLOSED}${MARKS}(?:${COLON})?)[*_]*\\s*`,
  'iu',
);

/** Each label has one of these behind it, not far from its beginning. */
const SEPARATOR = /[:：︰﹕꞉=＝—―⸺－\])】）>〉》」』\n]|\s[-–−|｜~〜→⇒➜➡]/u;
const LONGEST_LABEL = 80;

/** How the words of labels begin, so that most texts are looked at no further. */
const BEGINNINGS: ReadonlySet<string> = new Set(
  Array.from(ANY.matchAll(/(?<!\\)\p{L}[\p{L}\p{M}]*/gu), ([run]) => run.slice(0, 2)),
);

function mayBegin(text: string): boolean {
  const start = /\p{L}[\p{L}\p{M}]?/u.exec(text)?.[0].toLowerCase() ?? '';
  return BEGINNINGS.has(start) || BEGINNINGS.has(start.slice(0, 1));
}

/** A text without "Title:", "Описание –" or 【标题】 before it; "Title IX: what it means" stays. */
export function withoutLabel(text: string): string {
  const head = text.trimStart().slice(0, LONGEST_LABEL);
  if (!SEPARATOR.test(head) || !mayBegin(head)) return text;
  const bare = withoutOuterQuotes(text)
    .trim()
    .replace(/[^\S\n]{2,}/gu, ' ');
  const rest = bare.replace(LABEL, '');
  return rest === '' || rest === bare ? text : rest;
}

/** Whether a line says what comes below it and nothing else: "Description:". */
export function isLabelAlone(line: string): boolean {
  const label = line.trim();
  return (
    label !== '' && label.length <= LONGEST_LABEL && mayBegin(label) && LABEL.exec(`${label}\n`)?.[0].trim() === label
  );
}
