import { isMapping } from '../json/mapping.ts';
import type { ReadMember } from './members.ts';
import { readText } from './read-members.ts';

/** Somebody who is named in a body, by an id or an address of mail. */
export interface NamedPerson {
  readonly userId: string | undefined;
  readonly email: string | undefined;
  readonly role: string;
}

/** More at once make one change too long. */
const MOST_PEOPLE = 500;

/** People with their roles: one, or a list of them. */
export function readPeople(roles: readonly string[]): ReadMember {
  return (value) => {
    const entries = Array.isArray(value) ? value : [value];
    const people = entries.map((entry) => namedPerson(entry, roles));
    return people.length <= MOST_PEOPLE && people.every((person) => person !== undefined)
      ? { value: people }
      : {
          problem: `must be {"user_id" or "user_email": a text, "role": ${roles.join(' or ')}}, or a list of at most ${MOST_PEOPLE} of them`,
        };
  };
}

const MEMBERS = new Set(['user_id', 'user_email', 'role']);

function namedPerson(entry: unknown, roles: readonly string[]): NamedPerson | undefined {
  if (!isMapping(entry) || Object.keys(entry).some((name) => !MEMBERS.has(name))) return undefined;
  const { user_id: userId, user_email: email, role } = entry;
  const [readId, readEmail] = [userId, email].map((text) =>
    text === undefined ? { value: null } : readText(text ?? ''),
  );
  if (!readId || !readEmail || 'problem' in readId || 'problem' in readEmail) return undefined;
  if ((readId.value ?? readEmail.value) === null || !roles.includes(role as string)) return undefined;
  return {
    userId: (readId.value ?? undefined) as string | undefined,
    email: emailOf(readEmail.value),
    role: role as string,
  };
}

/** Addresses are compared without regard to their letters' case. */
export function emailOf(text: unknown): string | undefined {
  return typeof text === 'string' ? text.toLowerCase() : undefined;
}
