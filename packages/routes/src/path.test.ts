import { expect, expectTypeOf, test } from 'vitest';
import { fillPath, pathNames, type PathMembers } from './path.ts';

test('the names in a path are its members, in their order', () => {
  expect(pathNames('/export/{job}/{format}')).toEqual(['job', 'format']);
  expect(pathNames('/jobs')).toEqual([]);
  expect(pathNames('/models/{+id}')).toEqual(['id']);
  expectTypeOf<PathMembers<'/models/{+id}'>>().toEqualTypeOf<{ readonly id: string }>();
  expectTypeOf<PathMembers<'/export/{job}/{format}'>>().toEqualTypeOf<{
    readonly job: string;
    readonly format: string;
  }>();
});

test('braces are filled in with what each name stands for', () => {
  expect(fillPath('/export/{job}/{format}', (name) => name.toUpperCase())).toBe('/export/JOB/FORMAT');
  expect(fillPath('/models/{+id}', (name, takesSlashes) => `${name} ${takesSlashes}`)).toBe('/models/id true');
});
