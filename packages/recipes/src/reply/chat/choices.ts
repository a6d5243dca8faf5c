import { chatPattern } from './patterns.ts';
import type { Unwrapped } from './unwrapping.ts';

const END_OF_LABEL = '(?![\\p{L}\\p{N}])(?:[^\\n:：]{0,40}(?:[:：]|\\s[-–—]\\s|(?=\\n))|[)）\\]】])[\\s*_]*';
const MARKS = '[\\s#*_>[【(（-]*';
const numbered = (before: string, number: string) =>
  chatPattern('option', `${before}WORDS\\s*(?:#|№|n[º°o]\\.?)?\\s*(?:${number})${END_OF_LABEL}`);
const first = () => numbered(`^${MARKS}`, '1|１|١|۱|१|১|A|I|一|①');
const second = () => numbered(`(?<=\\n${MARKS}|[.!?。！？…।۔"”»]\\s*[*_]*)`, '2|２|٢|۲|२|২|B|II|二|②');

/** A label at the beginning of a line that says which one it is in words: "Second option:", "2. lehetőség:". */
const LABEL = '[^\\n:：.!?]{0,16}?(?:\\p{Nd}\\.[^\\n:：.!?]{0,3})?WORDS[^\\n:：.!?]{0,40}[:：][\\s*_]*';
const named = () => chatPattern('option', `^${MARKS}${LABEL}`);
const namedNext = () => chatPattern('option', `(?<=\\n${MARKS})${LABEL}`);

/** "Here are two options:" before a list. */
const announced = () => chatPattern('option', '^[^\\n:：]{0,80}WORDS[^\\n:：]{0,40}[:：][*_]*\\s*\\n\\s*');
const ITEM = '(?:[(（]?(?:\\p{Nd}{1,2}|[A-D])[.)）、]|\\p{Nd}\\uFE0F?\\u20E3|[-*•])\\s+';
const LIST = new RegExp(`^${ITEM}([^\\n]+)\\n\\s*${ITEM}(?=\\S)`, 'u');
/** Emoji and letters that count are marks of choices without any word. */
const KEYCAPS = /^(?:1\uFE0F?\u20E3\s*|[(（]?A[)）]\s+)([^\n]+)\n\s*(?:2\uFE0F?\u20E3|[(（]?B[)）]\s)/u;

/** "Alternative version:" in a paragraph behind the text. */
const behind = () =>
  chatPattern('option', `\\n\\s*(?:[-*_=]{3,}\\s*)?\\n${MARKS}(?:[^\\n:：.!?]{0,16}?)WORDS[^\\n:：.!?]{0,40}[:：]`);
const OR =
  /\n\s*\n[\s*_([]*(?:or|alternatively|oder|alternativ|ou|o bien|oppure|eller|of|lub|albo|или|или же|або|veya|أو|או|या|atau|hoặc|または|或者|또는)\s*[:：,，]?\s*\n/iu;

/** A choice is between whole texts; "Option 1: buy. Option 2: rent." is one. */
const SHORTEST_CHOICE = 25;
/** In scripts that write a word in a character or two. */
const SHORTEST_DENSE_CHOICE = 10;
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

function isTooShort(choice: string): boolean {
  return choice.trim().length < (DENSE.test(choice) ? SHORTEST_DENSE_CHOICE : SHORTEST_CHOICE);
}

/** Of several texts to choose from the first. */
export function firstOption(text: string): Unwrapped | undefined {
  return announcedOption(text) ?? labelledOption(text) ?? ahead(text);
}

/** Of "Option 1: …" and "Option 2: …" the first, without its label. */
export function labelledOption(text: string): Unwrapped | undefined {
  return (
    betweenLabels(text, first(), second()) ??
    (text.includes('\n') ? betweenLabels(text, named(), namedNext()) : undefined)
  );
}

function betweenLabels(text: string, label: RegExp, next: RegExp): Unwrapped | undefined {
  const beginning = label.exec(text);
  if (beginning === null) return undefined;
  const from = beginning[0].length;
  const end = next.exec(text.slice(from));
  if (end === null) return undefined;
  const [chosen, other] = [text.slice(from, from + end.index), text.slice(from + end.index + end[0].length)];
  if (isTooShort(chosen) || isTooShort(other)) return undefined;
  return {
    text: chosen.replace(/[\s#*_>[【(（-]+$/u, ''),
    removed: [text.slice(0, from), text.slice(from + end.index)],
  };
}

/** Of choices that are announced the first, labelled or in a list. */
function announcedOption(text: string): Unwrapped | undefined {
  const introduction = announced().exec(text)?.[0] ?? '';
  const rest = text.slice(introduction.length);
  const labelled = introduction === '' ? undefined : labelledOption(rest);
  if (labelled !== undefined) return { text: labelled.text, removed: [introduction, ...labelled.removed] };
  const [, item = ''] = (introduction === '' ? KEYCAPS : LIST).exec(rest) ?? [];
  if (isTooShort(item)) return undefined;
  return { text: item, removed: [introduction, rest.slice(rest.indexOf(item) + item.length)] };
}

/** What stands before another version of itself. */
function ahead(text: string): Unwrapped | undefined {
  const other = behind().exec(text) ?? OR.exec(text);
  const before = text.slice(0, other?.index ?? 0);
  if (other === null || isTooShort(before) || /[:：][*_\s]*$/u.test(before)) return undefined;
  return { text: text.slice(0, other.index), removed: [text.slice(other.index)] };
}
