import type { Mapping } from '../../json/mapping.ts';
import { findTexts } from '../texts/find-texts.ts';
import { withText } from '../texts/with-text.ts';

/** A document with the caller's own values in its texts again; the same one where none stood in it. */
export function restoreTexts(document: Mapping, restore: (text: string) => string): Mapping {
  let restored: unknown = document;
  for (const { text, path } of findTexts(document, 'assistant').texts) {
    const own = restore(text);
    if (own !== text) restored = withText(restored, path, own);
  }
  return restored as Mapping;
}
