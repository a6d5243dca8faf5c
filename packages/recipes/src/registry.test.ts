import { expect, test } from 'vitest';
import { kindNameOf } from './port/operation.ts';
import { kinds, operations } from './registry.ts';

test.each(kinds)('operations of $name begin with its name, by which their results are found again', (kind) => {
  for (const { name } of kind.operations) expect(kindNameOf(name)).toBe(kind.name);
});

test.each(operations)('what $name takes by an id is of a kind that there is', ({ references }) => {
  for (const reference of references) expect(kinds.map(({ name }) => name)).toContain(reference.kind);
});
