/** What stands in a line of `.env`, by the rules of Node's reader (`util.parseEnv`). */
export interface EnvAssignment {
  /** Counted from 1. */
  readonly line: number;
  readonly name: string;
  /** What stands behind the `=`, quotation marks and remark included. */
  readonly raw: string;
  readonly quote: Quote | undefined;
  readonly hasSpaceAroundEquals: boolean;
}

export type Quote = '"' | "'" | '`';

export interface EnvLines {
  readonly assignments: readonly EnvAssignment[];
  /** Lines in which a quotation mark opens that nothing closes. */
  readonly unterminated: readonly number[];
  /** Lines that are neither an assignment nor a remark. */
  readonly strange: readonly number[];
  /** Lines with a carriage return inside: the readers join what stands before and behind it. */
  readonly joined: readonly number[];
}

const ASSIGNMENT = /^\s*(?:export\s+)?([A-Za-z_][\w.-]*)([ \t]*)=([ \t]*)(.*)$/;

/** Takes `.env` text apart, with the line of each assignment, which the readers themselves do not tell. */
export function envLines(text: string): EnvLines {
  const rows = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const assignments: EnvAssignment[] = [];
  const unterminated: number[] = [];
  const strange: number[] = [];
  const joined = rows.flatMap((row, index) => (/\r./s.test(row) ? [index + 1] : []));
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? '';
    const line = index + 1;
    if (/^\s*(#|$)/.test(row)) continue;
    const [, name, before = '', after = '', rest = ''] = ASSIGNMENT.exec(row) ?? [];
    if (name === undefined) {
      strange.push(line);
      continue;
    }
    const quote = quoteOf(rest);
    const last = quote === undefined ? index : closingRow(rows, index, rest, quote);
    if (last === undefined) unterminated.push(line);
    const raw = [rest, ...rows.slice(index + 1, (last ?? index) + 1)].join('\n').trimEnd();
    assignments.push({ line, name, raw, quote, hasSpaceAroundEquals: before !== '' || after !== '' });
    index = last ?? index;
  }
  return { assignments, unterminated, strange, joined };
}

function quoteOf(rest: string): Quote | undefined {
  const [first] = rest;
  return first === '"' || first === "'" || first === '`' ? first : undefined;
}

/** The row in which the quotation that opens in row `index` ends. */
function closingRow(rows: readonly string[], index: number, rest: string, quote: Quote): number | undefined {
  if (rest.slice(1).includes(quote)) return index;
  const later = rows.slice(index + 1).findIndex((row) => row.includes(quote));
  return later === -1 ? undefined : index + 1 + later;
}
