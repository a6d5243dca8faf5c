import { jsonrepair } from 'jsonrepair';

/** A value, or nothing where the text is none. */
export type Parsed = { readonly value: unknown } | undefined;

export function parseStrictly(json: string): Parsed {
  try {
    return { value: JSON.parse(json) as unknown };
  } catch {
    return undefined;
  }
}

const END = '\u{E000}end\u{E000}';

/**
 * The value of what is nearly JSON: trailing commas, raw line breaks, single and curly quotes, comments, Python's
 * `None`, names without quotes, marks of Chinese between members. jsonrepair also closes what a cut has left open, which would make half an answer a
 * whole one. So a value is put behind it: only where the text has ended by itself does that stand beside it.
 */
export function parseLeniently(written: string): Parsed {
  const json = withPlainMarks(written);
  if (isElided(json)) return undefined;
  try {
    const pair: unknown = JSON.parse(jsonrepair(`[${json}\n,"${END}"]`));
    if (Array.isArray(pair) && pair.length === 2 && pair[1] === END) return { value: pair[0] };
    return undefined;
  } catch {
    return undefined;
  }
}

const TEXT_OR_MARK = /"(?:[^"\\]|\\.)*"|(?<=["\]}\d])\s*[，、：]|,(?:\s*,)+/gs;
const MARKS: Readonly<Record<string, string>> = { '，': ',', '、': ',', '：': ':' };

/** With JSON's own comma and colon behind values where a model wrote full-width ones, or a comma twice; texts stay. */
function withPlainMarks(json: string): string {
  if (!/[，、：]|,\s*,/.test(json)) return json;
  return json.replace(TEXT_OR_MARK, (found) => (found.startsWith('"') ? found : (MARKS[found.trim()] ?? ',')));
}

/** Whether something was left out of it with dots: that too is less than a whole. */
function isElided(json: string): boolean {
  return /\.\.\.|…/.test(json.replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\\n]|\\.)*'/gs, '""'));
}
