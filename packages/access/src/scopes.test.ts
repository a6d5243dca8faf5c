import { assert, constantFrom, property, tuple, uniqueArray, type Arbitrary } from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { ADMIN, allows, permit } from './scopes.ts';

const held = (...scopes: string[]): ReadonlySet<string> => new Set(scopes);

test('a key that was made for nothing may see what any key may', () => {
  expect(permit({ keyId: 'k', workspace: 'w', scopes: held(), grants: undefined }, 'any')).toEqual({
    kind: 'permitted',
  });
});

test('a caller is permitted what its scopes hold, and is told which one it lacks', () => {
  const caller = { keyId: 'k', workspace: 'w', scopes: held('jobs:read'), grants: undefined };
  expect(permit(caller, 'jobs:read')).toEqual({ kind: 'permitted' });
  expect(permit(caller, 'jobs:write')).toEqual({ kind: 'lacks_scope', scope: 'jobs:write' });
});

describe('a scope is held', () => {
  it.each([
    ['by its name', 'generate:script', 'generate:script', true],
    ['by its group', 'generate:*', 'generate:script.revise', true],
    ['by no other of its group', 'generate:script', 'generate:metadata', false],
    ['by no shorter name', 'generate:script', 'generate:script.revise', false],
    ['by no other group', 'generate:*', 'jobs:read', false],
    ['by no group whose name begins alike', 'gen:*', 'generate:script', false],
    ['by no star alone', '*', 'generate:script', false],
    ['by no star of what has no group', 'export:*', 'export', false],
    ['by admin, whatever it is', ADMIN, 'webhooks', true],
    ['by nothing else where it is admin', 'admin:*', ADMIN, false],
    ['by everybody where it is any', 'export', 'any', true],
    ['by no group of what anybody holds', 'any:*', 'jobs:read', false],
    ['by nobody where any is all that they hold', 'any', 'jobs:read', false],
    ['as a whole group by the group', 'generate:*', 'generate:*', true],
    ['as a whole group by none of its parts', 'generate:script', 'generate:*', false],
  ])('%s', (_, scope, asked, isHeld) => {
    expect(allows(held(scope), asked)).toBe(isHeld);
  });
});

describe('of any scopes', () => {
  const name: Arbitrary<string> = tuple(
    constantFrom('generate', 'jobs', 'gen', 'admin', '', '*'),
    constantFrom('', ':', ':*', ':read', ':script', ':script.revise', ':a:*', ':a:b'),
  ).map((parts) => parts.join(''));
  const scopes = uniqueArray(name, { maxLength: 4 });

  test('what is handed on never holds more than who hands it on', () => {
    assert(
      property(scopes, scopes, name, (maker, given, asked) => {
        const made = held(...given.filter((scope) => allows(held(...maker), scope)));
        return !allows(made, asked) || allows(held(...maker), asked);
      }),
      { numRuns: 5_000 },
    );
  });

  test('one more takes nothing away, and all hold themselves', () => {
    assert(
      property(scopes, name, name, (some, more, asked) => {
        expect(allows(held(more), more)).toBe(true);
        return !allows(held(...some), asked) || allows(held(...some, more), asked);
      }),
    );
  });

  test('nothing but admin holds what is of another group', () => {
    assert(
      property(scopes, name, (some, asked) => {
        const group = (scope: string): string => scope.split(':', 1)[0] ?? '';
        const isOther = some.every((scope) => scope !== ADMIN && group(scope) !== group(asked));
        return !isOther || !allows(held(...some), asked);
      }),
    );
  });
});
