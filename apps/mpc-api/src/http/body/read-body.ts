import { invalidInput, missingInput } from '@showrunner/errors';
import { readInput } from '@showrunner/recipes';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { JsonMembers } from '../../json-members.ts';
import { objectBody } from './json-body.ts';

/** Enough to find one's mistake; a body can have tens of thousands. */
const MAX_IGNORED = 50;

/** A body as its schema reads it. */
export interface ReadBody<Value> {
  readonly value: Value;
  /** As it came, for members whose null means something. */
  readonly members: JsonMembers;
  /** Members that nobody knows, for `meta.ignored`. */
  readonly ignored: readonly string[];
}

/** Throws 400 where there is no object or something is missing, 422 where something is not acceptable. */
export function readBody<Value>(schema: z.ZodType<Value>, request: FastifyRequest): ReadBody<Value> {
  return readMembers(schema, objectBody(request));
}

/** The same of members that did not all come in one body. */
export function readMembers<Value>(schema: z.ZodType<Value>, members: JsonMembers): ReadBody<Value> {
  const read = readInput({ input: schema }, members);
  if (read.kind !== 'read') throw read.kind === 'missing' ? missingInput(read.issues) : invalidInput(read.issues);
  return { value: read.input, members, ignored: read.ignored.slice(0, MAX_IGNORED) };
}
