import { generateRoutesOf } from '@showrunner/contract';
import { operations } from '@showrunner/recipes';
import { expect, test } from 'vitest';
import { methodsSource } from './generate-methods.ts';

test('operations that share their schemas each have types of their own names', () => {
  const [first] = operations;
  if (first === undefined) throw new Error('There is no operation.');
  const source = methodsSource(
    generateRoutesOf([
      { ...first, name: 'tale' },
      { ...first, name: 'tale.revise' },
    ]),
  );
  expect(source).toContain('tale(input: contract.TaleInput & contract.GenerationOptions, ');
  expect(source).toContain('Promise<Answer<contract.WithVariants<contract.Tale>>>;');
  expect(source).toContain('taleRevise(input: contract.TaleReviseInput & contract.GenerationOptions, ');
  expect(source).toContain('Promise<Answer<contract.WithVariants<contract.TaleRevise>>>;');
});
