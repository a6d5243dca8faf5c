import { formatPath } from '@showrunner/errors';
import { z } from 'zod';

/** What a JSON Schema says of the members that a value may have. */
interface Members {
  readonly properties?: Readonly<Record<string, Members>>;
  readonly additionalProperties?: unknown;
  readonly items?: Members;
  readonly anyOf?: readonly Members[];
  readonly oneOf?: readonly Members[];
  readonly allOf?: readonly Members[];
}

/** Enough to find one's mistake; a body can have tens of thousands. */
const MOST = 50;

/** The members of a body that its schema does not know, wherever they stand, by their paths: `sources[0].author`. */
export function unknownMembers(schema: z.ZodType, body: Readonly<Record<string, unknown>>): string[] {
  const found: string[] = [];
  collect(body, branchesOf(membersOf(schema)), [], found);
  return found;
}

/** The names that a body may have, derived from its schema. */
export function memberNames(schema: z.ZodType): ReadonlySet<string> {
  let names = namesBySchema.get(schema);
  if (names === undefined) {
    names = new Set(Object.keys(membersOf(schema).properties ?? {}));
    namesBySchema.set(schema, names);
  }
  return names;
}

const namesBySchema = new WeakMap<z.ZodType, ReadonlySet<string>>();
const membersBySchema = new WeakMap<z.ZodType, Members>();

function membersOf(schema: z.ZodType): Members {
  let members = membersBySchema.get(schema);
  if (members === undefined) {
    members = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Members;
    membersBySchema.set(schema, members);
  }
  return members;
}

type Path = readonly (string | number)[];

function collect(value: unknown, known: readonly Members[], path: Path, found: string[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) return collectItems(value, known, path, found);
  const named = known.filter(({ properties }) => properties !== undefined);
  if (named.length === 0) return;
  const isOpen = known.some(takesAny);
  for (const [name, member] of Object.entries(value)) {
    if (found.length >= MOST) return;
    const own = named.flatMap(({ properties }) => memberOf(properties, name) ?? []);
    if (own.length > 0) collect(member, own.flatMap(branchesOf), [...path, name], found);
    // A member that is null counts as absent.
    else if (!isOpen && member !== null) found.push(formatPath([...path, name]));
  }
}

function memberOf(properties: Members['properties'] = {}, name: string): Members | undefined {
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}

function collectItems(list: readonly unknown[], known: readonly Members[], path: Path, found: string[]): void {
  const items = known.flatMap((members) => members.items ?? []).flatMap(branchesOf);
  if (items.length === 0) return;
  for (const [index, item] of list.entries()) collect(item, items, [...path, index], found);
}

/** A schema's alternatives, each with what all of them have. */
function branchesOf(members: Members): readonly Members[] {
  const { anyOf = [], oneOf = [], allOf = [] } = members;
  return [members, ...[...anyOf, ...oneOf, ...allOf].flatMap(branchesOf)];
}

/** Objects of our schemas that say nothing of other members leave them out when they are read. */
function takesAny({ additionalProperties = false }: Members): boolean {
  return additionalProperties !== false;
}
