import { english, type LabelWords } from './english-label-words.ts';
import { withoutOuterQuotes } from './outer-quotes.ts';

/** Marks that may stand around a label alone: `**Title**:`, `"Title": …`. */
const MARKS = '[*_`"“”„«»\'‘’]*';
const NUMBER = '(?:\\s*(?:#|№|nr\\.?|n[º°o]\\.?)?\\s*\\p{Nd}{1,2})?';
const OPEN = '[\\[(【（<〈《「『]';
const CLOSED = '[\\])】）>〉》」』]';
const COLON = '\\s*[:：︰﹕꞉=＝]';
/** A dash stands apart from its words, or is a long one; so do arrows and bars. */
const DASH = '(?:\\s+(?:[-–—−|｜~〜]|[-–—=]?[>→⇒➜➡])|\\s*(?:[—―⸺]{1,2}|－))(?=\\s|[^\\s\\p{Nd}])|\\s*\\n';

interface Labels {
  readonly pattern: RegExp;
  /** How their words begin, so that most texts are looked at no further. */
  readonly beginnings: ReadonlySet<string>;
}

let labels = labelsOf(english);
let areAllKnown = false;

/** Makes the words of all languages known; before that there are the English ones. Once is enough for a process. */
export async function loadTextLabels(): Promise<void> {
  if (areAllKnown) return;
  labels = labelsOf((await import('./text-label-words.ts')).labelWords);
  areAllKnown = true;
}

function labelsOf({ titles, others, lists }: LabelWords): Labels {
  const any = [...titles, ...others, ...lists].join('|');
  const single = [...titles, ...others].join('|');
  const pattern = new RegExp(
    `^\\s*(?:#{1,6}\\s+|[-*•]\\s+)?${MARKS}(?:(?:${any})${NUMBER}${MARKS}(?:${COLON})|(?:${single})${NUMBER}${MARKS}(?:${DASH})|${OPEN}\\s*(?:${any})${NUMBER}\\s*${CLOSED}${MARKS}(?:${COLON})?)[*_]*\\s*`,
    'iu',
  );
  const runs = Array.from(any.matchAll(/(?<!\\)\p{L}[\p{L}\p{M}]*/gu), ([run]) => run.slice(0, 2));
  return { pattern, beginnings: new Set(runs) };
}

/** Each label has one of these behind it, not far from its beginning. */
const SEPARATOR = /[:：︰﹕꞉=＝—―⸺－\])】）>〉》」』\n]|\s[-–−|｜~〜→⇒➜➡]/u;
const LONGEST_LABEL = 80;

function mayBegin(text: string): boolean {
  const start = /\p{L}[\p{L}\p{M}]?/u.exec(text)?.[0].toLowerCase() ?? '';
  return labels.beginnings.has(start) || labels.beginnings.has(start.slice(0, 1));
}

/** A text without "Title:", "Описание –" or 【标题】 before it; "Title IX: what it means" stays. */
export function withoutLabel(text: string): string {
  const head = text.trimStart().slice(0, LONGEST_LABEL);
  if (!SEPARATOR.test(head) || !mayBegin(head)) return text;
  const bare = withoutOuterQuotes(text)
    .trim()
    .replace(/[^\S\n]{2,}/gu, ' ');
  const rest = bare.replace(labels.pattern, '');
  return rest === '' || rest === bare ? text : rest;
}

/** Whether a line says what comes below it and nothing else: "Description:". */
export function isLabelAlone(line: string): boolean {
  const label = line.trim();
  return (
    label !== '' &&
    label.length <= LONGEST_LABEL &&
    mayBegin(label) &&
    labels.pattern.exec(`${label}\n`)?.[0].trim() === label
  );
}
