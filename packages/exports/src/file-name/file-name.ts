import { graphemesOf } from '../segmenters.ts';

/** Devices that Windows keeps these names for, whatever the ending (learn.microsoft.com, "Naming Files, Paths, and Namespaces"). */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])$/i;
/** Where a title leaves nothing that a name can be made of. */
const FALLBACK = 'script';
/** What `Content-Disposition` may have in all: file systems take names of 255 bytes, and some servers no longer header. */
const MOST_HEADER_BYTES = 255;

/** More of a title cannot stand in a name, even where a letter is a whole sequence of emoji. */
const MOST_READ = 2000;

/**
 * `Content-Disposition` by RFC 6266: the title as a file's name in ASCII for old clients and, in `filename*` (RFC 8187),
 * as it is. No path, control or direction character gets through, and no name that Windows keeps for a device.
 */
export function contentDisposition(title: string, ending: string): string {
  const letters = graphemesOf(safeTitle(title.slice(0, MOST_READ))).slice(0, MOST_HEADER_BYTES);
  for (let count = letters.length; count > 0; count -= 1) {
    const header = headerFor(usable(letters.slice(0, count).join('')), ending);
    if (header.length <= MOST_HEADER_BYTES) return header;
  }
  return headerFor(FALLBACK, ending);
}

/** The name that a `Content-Disposition` of ours gives. */
export function fileNameIn(header: string): string {
  return decodeURIComponent(/filename\*=UTF-8''(.*)$/.exec(header)?.[1] ?? '');
}

function headerFor(name: string, ending: string): string {
  return `attachment; filename="${usable(inAscii(name))}${ending}"; filename*=UTF-8''${percentEncoded(name + ending)}`;
}

/**
 * A title without what a name must not hold: separators of paths, what shells and Windows read, control characters, and
 * format characters but the two joiners that letters of some scripts need.
 */
function safeTitle(title: string): string {
  return title
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}/\\:*?"<>|⁄∕／＼：]/gu, ' ')
    .replace(/(?![\u{200C}\u{200D}])[\p{Cf}\p{Co}\p{Cn}]/gu, '');
}

/** Without dots and spaces at its ends, which would hide the file or are dropped; a name of a device is changed. */
function usable(text: string): string {
  const name = text.replace(/\s+/gu, ' ').replace(/^[\s.~-]+|(?<![\s.])[\s.]+$/gu, '');
  if (name === '') return FALLBACK;
  const [stem = '', ...rest] = name.split('.');
  return RESERVED.test(stem.trim()) ? [`${stem.trim()}_`, ...rest].join('.') : name;
}

/** Letters without their marks; what has no letter in ASCII is left out, and so is what RFC 6266 advises against. */
function inAscii(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll('ß', 'ss')
    .replace(/[^\x20-\x7E]|[%"\\/:*?<>|;]/g, '');
}

/** RFC 8187's `value-chars`. */
function percentEncoded(text: string): string {
  return encodeURIComponent(text).replace(/['()*!]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
