const LINE_FEED = 0x0a;

/** Lines of a text that comes in pieces, without their ends; blank ones are passed over. */
export async function* linesOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let before: Buffer[] = [];
  for await (const bytes of pieces) {
    let from = 0;
    for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, from)) {
      const line = Buffer.concat([...before, bytes.subarray(from, end)]);
      before = [];
      from = end + 1;
      if (!isBlank(line)) yield line;
    }
    if (from < bytes.length) before.push(bytes.subarray(from));
  }
  const last = Buffer.concat(before);
  if (!isBlank(last)) yield last;
}

function isBlank(line: Buffer): boolean {
  return line.length < 100 && line.toString('latin1').trim() === '';
}
