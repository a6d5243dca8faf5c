import type { FileReading } from '@showrunner/providers';
import { parseMapping } from '../../json/mapping.ts';
import { linesOf } from './lines-of.ts';

/** A vendor's results as OpenAI's batches have them, line by line; what is no JSON stays as it is. */
export async function* answerLines(
  pieces: AsyncIterable<Buffer>,
  answerOf: NonNullable<FileReading['answerOf']>,
): AsyncGenerator<string> {
  for await (const bytes of linesOf(pieces)) {
    const text = bytes.toString();
    const line = parseMapping(text);
    yield `${line ? JSON.stringify(await answerOf(line)) : text}\n`;
  }
}
