import type { Span } from '../json/member-finder.ts';

/** Longer than any vendor's id of an answer. */
const LONGEST_ID = 256;
/** OpenAI's longest is `priority`. */
const LONGEST_TIER = 32;

/** What a vendor calls its answer, read where it stands in the answer's text; nothing where it is no short plain text. */
export function vendorIdAt(text: string, span: Span | undefined): string | undefined {
  if (span === undefined || span.end - span.start > LONGEST_ID) return undefined;
  return text.charAt(span.start) === '"' ? boundedId(text.slice(span.start + 1, span.end - 1)) : undefined;
}

/** The tier in which a vendor says that it served, likewise; a label of metrics, so that a long one is none. */
export function tierAt(text: string, span: Span | undefined): string | undefined {
  return span === undefined || span.end - span.start > LONGEST_TIER ? undefined : vendorIdAt(text, span);
}

/** The same of one that is read already. */
export function boundedId(id: unknown): string | undefined {
  if (typeof id !== 'string' || id === '' || id.length > LONGEST_ID) return undefined;
  return VISIBLE.test(id) ? id : undefined;
}

/** What is written another way in JSON than it is meant, or not to be kept, is no id. */
const VISIBLE = /^[\x21\x23-\x5b\x5d-\x7e]+$/;
