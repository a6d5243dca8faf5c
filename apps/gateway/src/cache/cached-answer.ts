import { readOpenAiUsage } from '@showrunner/providers';
import { RecentMap } from '@showrunner/store';
import type { AnswerFacts } from '../exchange/answer/answer-facts.ts';
import { isMapping } from '../json/mapping.ts';

/** An answer as it was sent, plain or as a whole stream of events. */
export interface CachedAnswer {
  readonly body: Buffer;
  /** Its media type, where it is neither JSON nor a stream of events. */
  readonly contentType?: string | undefined;
  readonly facts: AnswerFacts;
  /** Which deployment answered. */
  readonly deploymentId: string;
  /** Milliseconds since 1970: entries are shared between processes. */
  readonly storedAt: number;
}

const LINE_FEED = 0x0a;

/** One line of JSON about the answer, then its bytes as they are. */
export function encodeCachedAnswer({ body, ...about }: CachedAnswer): Buffer {
  return Buffer.concat([Buffer.from(`${JSON.stringify(about)}\n`), body]);
}

/** Reads an entry of a store that others may write to: what is not ours is a miss. */
export function decodeCachedAnswer(bytes: Uint8Array): CachedAnswer | undefined {
  const entry = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = entry.indexOf(LINE_FEED);
  const about = end === -1 ? undefined : readAbout(entry.toString('utf8', 0, end));
  if (typeof about?.deploymentId !== 'string' || typeof about.storedAt !== 'number') return undefined;
  const { deploymentId, storedAt, contentType: type } = about;
  const contentType = typeof type === 'string' ? type : undefined;
  return { body: entry.subarray(end + 1), contentType, facts: readFacts(about.facts), deploymentId, storedAt };
}

function readFacts(value: unknown): AnswerFacts {
  const facts = isMapping(value) ? value : {};
  return {
    usage: readOpenAiUsage(facts.usage),
    roughTokens: typeof facts.roughTokens === 'number' ? facts.roughTokens : 0,
    // A hit costs nothing, whatever it was billed in.
    billedAs: undefined,
    model: typeof facts.model === 'string' ? facts.model : undefined,
  };
}

/** What was read of lines last: an answer that is worth keeping is given again and again. About 1 MB. */
const read = new RecentMap<string, Readonly<Record<string, unknown>>>(1_000);

function readAbout(line: string): Readonly<Record<string, unknown>> | undefined {
  const known = read.get(line);
  if (known) return known;
  const about = parse(line);
  if (about) read.set(line, about);
  return about;
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isMapping(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
