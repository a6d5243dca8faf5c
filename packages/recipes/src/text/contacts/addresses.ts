import topLevelDomains from 'tlds' with { type: 'json' };

/** A web or mail address that stands in a text. */
export interface Address {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const LATIN = 'A-Za-z0-9\\xC0-\\u024F';
/** Of one script: in Chinese and Japanese the words before an address touch it. */
const LABEL = `(?:[${LATIN}](?:[${LATIN}-]{0,61}[${LATIN}])?|(?:(?![${LATIN}])[\\p{L}\\p{M}\\p{N}-]){1,63})`;
const REST = '(?::\\d{1,5})?(?:[/?#][^\\s<>"“”«»（）「」『』，。、；：！？]*)?';

const PATTERN = new RegExp(
  [
    `[A-Za-z][a-zA-Z+.-]{1,15}://[^\\s<>"“”«»（）「」『』，。、；：！？]+|mailto:\\S+`,
    `[${LATIN}._%+-]+@(?:${LABEL}\\.)+\\p{L}{2,}`,
    `www\\.(?:${LABEL}\\.)*${LABEL}${REST}`,
    `(?<![${LATIN}@_.-])(?<bare>(?:${LABEL}\\.)+(?<top>[a-z]{2,}|\\p{Lo}{2,}|\\p{Script=Cyrillic}{2,})(?![${LATIN}\\p{M}-])${REST})`,
  ].join('|'),
  'gu',
);

/** Every address has one of these, and a stop behind a sentence is none; the pattern is slow to see that. */
const MAY_HAVE_ONE = new RegExp(`@|://|mailto:|\\.[${LATIN}\\p{L}\\p{M}\\p{N}-]`, 'u');

const TOP_LEVEL: ReadonlySet<string> = new Set(topLevelDomains);
/** Domains of the highest level that are endings of files as well: `README.md`, `main.py`. */
const FILE_ENDINGS: ReadonlySet<string> = new Set(['cc', 'md', 'mov', 'ps', 'py', 'sh', 'zip']);

/** Every address in a text, with a scheme or bare (`bit.ly/g1`), in letters of any script; mail addresses too. */
export function addressesIn(text: string): Address[] {
  if (!MAY_HAVE_ONE.test(text)) return [];
  return Array.from(text.matchAll(PATTERN)).flatMap((match) => {
    const { bare, top = '' } = match.groups ?? {};
    if (bare !== undefined && !isDomain(bare, top)) return [];
    const found = match[0].replace(/[.,;:!?…'’)\]}*_~]+$/u, '');
    return [{ text: found, start: match.index, end: match.index + found.length }];
  });
}

/** "Done.So", "e.g.so" and "main.py" have a dot and no address; a domain is written small, with a known ending. */
function isDomain(address: string, top: string): boolean {
  if (!TOP_LEVEL.has(top)) return false;
  const [host = ''] = address.split(/[/?#:]/u, 1);
  const labels = host.split('.').slice(0, -1);
  if (labels.length > 1 && labels.every((label) => Array.from(label).length === 1)) return false;
  return !FILE_ENDINGS.has(top) || address !== host || labels.length > 1;
}
