import type { ThinkingBlock } from '@showrunner/providers';

const PREFIX = 'thinking:';

/**
 * Blocks of thinking with the vendor's signatures, as the `encrypted_content` of a reasoning item: whoever sends the item
 * back goes on with what the vendor signed. Nothing in it is secret to the caller; it is only not theirs to read.
 */
export function sealThinking(blocks: readonly ThinkingBlock[]): string {
  return Buffer.from(PREFIX + JSON.stringify(blocks)).toString('base64');
}

/** Nothing where it is another vendor's. */
export function openThinking(sealed: unknown): ThinkingBlock[] | undefined {
  if (typeof sealed !== 'string') return undefined;
  const text = Buffer.from(sealed, 'base64').toString('utf8');
  if (!text.startsWith(PREFIX)) return undefined;
  try {
    const blocks: unknown = JSON.parse(text.slice(PREFIX.length));
    return Array.isArray(blocks) ? (blocks as ThinkingBlock[]) : undefined;
  } catch {
    return undefined;
  }
}
