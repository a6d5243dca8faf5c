/** Clients refuse heads of 16 KB, and callers choose what a wildcard's model is called. */
const MOST_CHARACTERS = 512;
const VISIBLE_ASCII = /^[\x20-\x7e]*$/;

/** `name: value\r\n`. A value is made visible ASCII (RFC 9110, 5.5), so that it stays one line. */
export function headerLine(name: string, value: string): string {
  return `${name}: ${asHeader(value)}\r\n`;
}

/** The lines of a record of headers. */
export function headerLines(headers: Readonly<Record<string, string | number>>): string {
  return Object.entries(headers)
    .map(([name, value]) => headerLine(name, String(value)))
    .join('');
}

/** Names and values in turn, as `writeHead` takes them. */
export function fromHeaderLines(lines: string): string[] {
  const pairs: string[] = [];
  for (const line of lines.split('\r\n')) {
    const colon = line.indexOf(': ');
    if (colon > 0) pairs.push(line.slice(0, colon), line.slice(colon + 2));
  }
  return pairs;
}

/** Names in other scripts are percent-encoded; what no name is long enough for is cut. */
function asHeader(value: string): string {
  const short = value.slice(0, MOST_CHARACTERS);
  return VISIBLE_ASCII.test(short) ? short : encodeURIComponent(short.toWellFormed());
}
