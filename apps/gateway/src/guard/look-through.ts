import { Blocked } from './blocked.ts';
import type { GuardedContent, GuardedText } from './guard.ts';
import { findTexts, type FoundText } from './texts/find-texts.ts';
import { runsOfTexts } from './texts/runs-of-texts.ts';
import { withText } from './texts/with-text.ts';

/** Gives texts as they may go on, in their order. */
export type LookAt = (content: GuardedContent) => Promise<readonly string[]>;

/** A document with its texts as they may go on; the same one where nothing had to be changed. */
export async function lookThrough<Document extends object>(
  document: Document,
  side: GuardedContent['side'],
  lookAt: LookAt,
): Promise<Document> {
  if (side === 'request') refuseTokens(document);
  const { texts, images, memberNames } = findTexts(document, side === 'request' ? 'user' : 'assistant');
  const once = uniqueTexts(texts);
  if (once.length === 0 && images.length === 0 && memberNames.size === 0) return document;
  const runs = runsOfTexts(texts, once);
  const changes = changesOf(once, await lookAt({ side, texts: once, images, memberNames, runs }));
  if (changes.size === 0) return document;
  let changed: unknown = document;
  for (const { text, path, isName } of texts) {
    const other = changes.get(text);
    if (other === undefined) continue;
    if (isName) throw new Blocked('What a guardrail has to mask stands in the name of a tool, which cannot be another');
    changed = withText(changed, path, other);
  }
  // Each place that was changed was found in the document.
  return changed as Document;
}

/** Throws a 400 for a prompt, or something to embed, that is written as tokens: nobody here knows what they say. */
function refuseTokens(document: object): void {
  const { prompt, input } = document as { readonly prompt?: unknown; readonly input?: unknown };
  for (const [member, value] of Object.entries({ prompt, input })) {
    if (isTokens(value)) throw new Blocked(`A guardrail has to look at \`${member}\`, and it is tokens: send its text`);
  }
}

function isTokens(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  return value.some((one) => typeof one === 'number' || (Array.isArray(one) && typeof one[0] === 'number'));
}

/** Each text once, with the role of its first place. */
function uniqueTexts(texts: readonly Pick<FoundText, 'text' | 'role'>[]): GuardedText[] {
  return [...new Map(texts.toReversed().map(({ text, role }) => [text, { text, role }])).values()].toReversed();
}

/** What became of texts that did not stay as they were. */
export function changesOf(texts: readonly GuardedText[], looked: readonly string[]): ReadonlyMap<string, string> {
  if (looked.length !== texts.length) throw new Error('a guardrail gave back another number of texts');
  const pairs = texts.map(({ text }, index) => [text, looked[index] ?? ''] as const);
  return new Map(pairs.filter(([text, other]) => text !== other));
}
