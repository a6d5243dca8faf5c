import { applyPatch } from '../json-patch/apply-patch.ts';
import { namesIn, valueAt } from '../json-patch/pointer.ts';

/** A document with another text at a pointer; a list there takes it as its items, with commas between. */
export function withTextAt<Document>(document: Document, pointer: string, text: string): Document {
  const path = namesIn(pointer) ?? [];
  const value = Array.isArray(valueAt(document, path)) ? itemsIn(text) : text.trim();
  return applyPatch(document, [{ op: 'replace', path, value }]) as Document;
}

/** A list as text, and back. */
export function itemsIn(text: string): string[] {
  const items = text.split(/[,，、\n]/u).map((item) => item.trim());
  return [...new Set(items.filter((item) => item !== ''))];
}
