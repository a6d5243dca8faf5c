/** Bytes as text, one character a byte. */
export function latin1(bytes: Uint8Array): string {
  return (Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)).toString(
    'latin1',
  );
}

/** What such a text says where its bytes are UTF-8. */
export function utf8(text: string): string {
  return Buffer.from(text, 'latin1').toString();
}

/** Where `sought` stands in a text that ends with this piece behind `before` other characters; -1 where it does not. */
export function positionIn(piece: string, sought: string, from: number, before: number): number {
  const position = piece.indexOf(sought, from);
  return position === -1 ? -1 : position + before;
}
