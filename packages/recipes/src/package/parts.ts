import { z } from 'zod';
import type { Operation } from '../port/operation.ts';
import type { OperationName, OperationTypes } from '../port/operation-types.ts';

/** The operations that make a package's parts, by the names that they are run by. */
export type PartOperations = {
  readonly [Name in PartName]: Pick<Operation<unknown, unknown, OperationTypes[Name]['output']>, PartMembers>;
};
export type PartName = Extract<OperationName, 'script' | 'thumbnail-prompt' | 'metadata'>;
type PartMembers = 'input' | 'output' | 'version' | 'promptVersion' | 'speechSeconds' | 'languageOf';

/** What the parts that follow the script take from it, and are therefore not asked for. */
const GIVEN_BY_SCRIPT = new Set(['script_id', 'script', 'script_content', 'content', 'title']);

/** The members of the bodies that the operations take, each once: the script's, then what the others add. */
export function membersOf(operations: PartOperations): z.core.$ZodLooseShape {
  const script = shapeOf(operations.script.input);
  const others = { ...shapeOf(operations.metadata.input), ...shapeOf(operations['thumbnail-prompt'].input) };
  const added = Object.entries(others).filter(([name]) => !GIVEN_BY_SCRIPT.has(name));
  return Object.fromEntries(
    [...added, ...Object.entries(script)].map(([name, schema]) => [name, withoutDefault(schema as z.ZodType)]),
  );
}

/** The names of the members that a body of the operation may have. */
export function namesOf({ input }: Pick<Operation, 'input'>): readonly string[] {
  return Object.keys(shapeOf(input));
}

/** The members of an input as callers send them, whatever it is read into. */
function shapeOf(schema: z.core.$ZodType): z.core.$ZodShape {
  if (schema instanceof z.ZodPipe) return shapeOf(schema.in);
  if (schema instanceof z.ZodObject) return schema.shape;
  throw new Error('The input of a part has to be an object.');
}

/** What is absent stays absent, so that each part has its own default for it. */
function withoutDefault(schema: z.ZodType): z.ZodType {
  if (!(schema instanceof z.ZodDefault)) return schema;
  const optional = (schema.unwrap() as z.ZodType).optional();
  return schema.description === undefined ? optional : optional.describe(schema.description);
}
