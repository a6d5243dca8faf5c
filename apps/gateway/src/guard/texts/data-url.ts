import { isUtf8 } from 'node:buffer';

/** A data URL (RFC 2397), read. */
export interface DataUrl {
  /** The media type; `text/plain` where it names none. */
  readonly type: string;
  /** Up to its comma. */
  readonly head: string;
  readonly isBase64: boolean;
  readonly data: string;
}

const HEAD = /^data:([^,;]*)((?:;[^,;]*)*),/i;

/** Nothing where a text is none. */
export function dataUrlIn(text: string): DataUrl | undefined {
  const [head, type = '', parameters = ''] = HEAD.exec(text) ?? [];
  if (head === undefined) return undefined;
  return {
    type: type.trim() === '' ? 'text/plain' : type.trim(),
    head,
    isBase64: /;\s*base64$/i.test(parameters),
    data: text.slice(head.length),
  };
}

/** What its bytes say; nothing of bytes that are no text, whatever the URL calls them. */
export function textOfDataUrl({ isBase64, data }: DataUrl): string | undefined {
  const bytes = isBase64 ? Buffer.from(data, 'base64') : percentDecoded(data);
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
}

/** The same URL with another text. */
export function dataUrlWith({ head, isBase64 }: DataUrl, text: string): string {
  return head + (isBase64 ? Buffer.from(text).toString('base64') : encodeURIComponent(text));
}

/** A sign of per cent that stands for nothing stays. */
function percentDecoded(text: string): Buffer {
  const latin1 = Buffer.from(text, 'utf8').toString('latin1');
  const bytes = latin1.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1');
}
