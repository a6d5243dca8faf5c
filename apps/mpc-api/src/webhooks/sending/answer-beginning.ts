import type { Readable } from 'node:stream';

/** How much of a receiver's answer the log keeps. */
const KEPT_CHARACTERS = 1_000;
/** As many bytes as that many characters can take in UTF-8; the rest is never read. */
const MOST_BYTES = 4 * KEPT_CHARACTERS;

/** The first characters of a body, as far as they come: a body that breaks or ends late is what has come of it. */
export async function beginningOf(body: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= MOST_BYTES) break;
    }
  } catch {
    // The status has told how it went; of its explanation there is what there is.
  }
  return beginningOfText(Buffer.concat(chunks).toString('utf8'));
}

/** By code points, so that none is halved. Postgres cannot store U+0000, which says nothing to a reader either. */
function beginningOfText(text: string): string {
  return Array.from(text.slice(0, 2 * KEPT_CHARACTERS).replaceAll('\0', '\uFFFD'))
    .slice(0, KEPT_CHARACTERS)
    .join('');
}
