import { addressesIn } from './addresses.ts';

/** Where readers can be sent: an address, or a name as social networks write it. */
interface Contact {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** `@nine_bars`, in Chinese right behind a word; not the middle of a mail address. */
const HANDLE = /(?<![A-Za-z0-9_.@/-])@[A-Za-z0-9_](?:[\w.-]{0,38}\w)?/gu;

/** Every address and handle in a text, in order. */
export function contactsIn(text: string): Contact[] {
  const handles = Array.from(text.includes('@') ? text.matchAll(HANDLE) : [], ({ 0: found, index }) => ({
    text: found,
    start: index,
    end: index + found.length,
  }));
  return [...addressesIn(text), ...handles].toSorted((one, other) => one.start - other.start);
}

/** The text with a space in place of each. */
export function withoutContacts(text: string): string {
  return contactsIn(text).reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);
}

/** The contacts of a text that stand in none of the others, as they stand. */
export function foreignContacts(text: string, others: readonly string[]): string[] {
  const contacts = contactsIn(text).map((contact) => contact.text);
  if (contacts.length === 0) return [];
  const known = others.map((other) => other.toLowerCase());
  return contacts.filter((contact) => !known.some((other) => other.includes(bare(contact))));
}

function bare(contact: string): string {
  return contact
    .toLowerCase()
    .replace(/^(?:[a-z][a-z+.-]*:\/\/|mailto:)?(?:www\.)?/, '')
    .replace(/\/$/, '');
}
