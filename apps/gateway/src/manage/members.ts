import { badRequest } from '../failure/gateway-error.ts';
import { isMapping, type Mapping } from '../json/mapping.ts';

/** What is not right about a value, in words that go on from its name: `must be a number of at least 0`. */
export type Problem = string;

/** Reads one member of a body: the value as it is kept, or what is not right about it. */
export type ReadMember = (value: unknown) => { readonly value: unknown } | { readonly problem: Problem };

/** One member of what management takes. */
export interface Member {
  readonly read: ReadMember;
  /**
   * What becomes of it: it is kept among the settings or in `metadata`, where LiteLLM shows it; `request` is for the
   * request alone; `unserved` is refused where it says anything, because nothing here goes by it.
   */
  readonly kept: 'settings' | 'metadata' | 'request' | 'unserved';
}

export type MemberTable = Readonly<Record<string, Member>>;

/**
 * The members of a body that it has, as they are kept; null clears. Throws a 400 that names the first member that is not
 * right, that nothing here goes by, or that is none.
 */
export function readMembers(body: unknown, table: MemberTable): Mapping {
  if (!isMapping(body)) throw badRequest('The request body must be a JSON object', 'request_body');
  const read: Mapping = {};
  for (const [name, value] of Object.entries(body)) {
    const member = Object.hasOwn(table, name) ? table[name] : undefined;
    if (!member) {
      if (isNothing(value)) continue;
      throw badRequest(`${name.slice(0, 200)} is no member of this request`, name.slice(0, 200));
    }
    if (member.kept === 'unserved') {
      if (isNothing(value)) continue;
      throw badRequest(`${name} is not served by this gateway, and nothing would go by it`, name);
    }
    read[name] = value === null ? null : valueOf(name, member.read(value));
  }
  if (isMapping(read.metadata)) read.metadata = readNotes(read.metadata, table);
  return read;
}

/**
 * What stands in `metadata` and acts from there is read as its own member is: a limit that cannot be read would be shown
 * and hold nobody.
 */
function readNotes(metadata: Mapping, table: MemberTable): Mapping {
  return Object.fromEntries(
    Object.entries(metadata).map(([name, value]) => {
      const member = Object.hasOwn(table, name) ? table[name] : undefined;
      if (member?.kept !== 'metadata' || value === null) return [name, value];
      return [name, valueOf(`metadata.${name}`, member.read(value))];
    }),
  );
}

/** Those of a table that are kept in one place. */
export function membersKept(read: Mapping, table: MemberTable, place: Member['kept']): Mapping {
  return Object.fromEntries(Object.entries(read).filter(([name]) => table[name]?.kept === place));
}

function valueOf(name: string, read: ReturnType<ReadMember>): unknown {
  if ('problem' in read) throw badRequest(`${name} ${read.problem}`, name);
  return read.value;
}

/** LiteLLM's clients send what they leave out as nothing of its kind. */
function isNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (isMapping(value)) return Object.keys(value).length === 0;
  return value === null || value === undefined || value === false || value === '' || value === 'default';
}
