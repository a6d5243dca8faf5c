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
 * Sets one variable in `.env` text and leaves every other character as it is: in place where the variable stands, else
 * at the end, with the line ends that the text has.
 */
export function setInEnvText(text: string, name: string, value: string, remark?: string): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const assignment = `${name}=${quoteIfNeeded(value)}${remark === undefined ? '' : ` # ${remark}`}`;
  const present = new RegExp(`^([ \\t\\uFEFF]*)(?:export[ \\t]+)?${name}[ \\t]*=.*$`, 'm');
  // A function, because a value may hold what `replace` takes for a pattern.
  if (present.test(text))
    return text.replace(present, (line, indent: string) => indent + assignment + (line.endsWith('\r') ? '\r' : ''));
  const separator = text === '' || text.endsWith('\n') ? '' : lineEnd;
  return `${text}${separator}${assignment}${lineEnd}`;
}

function quoteIfNeeded(value: string): string {
  if (/^[\w./:@%+,-]*$/.test(value)) return value;
  return value.includes("'") ? `"${value}"` : `'${value}'`;
}
