import { parseEnv } from 'node:util';

const BYTE_ORDER_MARK = '\uFEFF';

/** Reads `.env` text as Node does, with the byte order mark aside that Windows editors put before it. */
export function readEnvText(text: string): Record<string, string> {
  const values = parseEnv(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text);
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/**
 * Sets one variable in `.env` text and leaves every other character as it is: in place where the variable stands (the
 * last time, which is the one that counts), else at the end, with the line ends that the text has.
 */
export function setInEnvText(text: string, name: string, value: string, remark?: string): string {
  const lineEnd = /\r(\n|$)/.test(text) ? '\r\n' : '\n';
  const assignment = `${name}=${quoteIfNeeded(value)}${remark === undefined ? '' : ` # ${remark}`}`;
  const lines = new RegExp(`^([ \\t\\uFEFF]*(?:export[ \\t]+)?)${name}[ \\t]*=.*$`, 'gm');
  const present = Array.from(text.matchAll(lines)).at(-1);
  if (present) {
    const [line, before = ''] = present;
    const after = text.slice(present.index + line.length);
    return text.slice(0, present.index) + before + assignment + after;
  }
  // An editor or a copy may have left half of the last line's end.
  const whole = text.endsWith('\r') ? `${text}\n` : text;
  const separator = whole === '' || whole.endsWith('\n') ? '' : lineEnd;
  return `${whole}${separator}${assignment}${lineEnd}`;
}

function quoteIfNeeded(value: string): string {
  if (/^[\w./:@%+,-]*$/.test(value)) return value;
  return value.includes("'") ? `"${value}"` : `'${value}'`;
}
