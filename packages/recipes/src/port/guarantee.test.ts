import { expect, test } from 'vitest';
import type { Fixed } from './effects.ts';
import type { Finding } from './finding.ts';
import { beginRepair, guaranteeOf, measureAll, type Check } from './guarantee.ts';

type Draft = readonly string[];

function finding<Name extends string>(name: Name, index: number, ok: boolean): Finding<Name> {
  return { name, ok, value: null, limit: null, unit: '', path: String(index), message: '', severity: 'must' };
}

const short: Check<Draft, null, 'short'> = {
  names: ['short'],
  measure: (draft) => draft.map((line, index) => finding('short', index, line.length < 9)),
};
const trimmed: Check<Draft, null, 'trimmed'> = {
  names: ['trimmed'],
  measure: (draft) => draft.map((line, index) => finding('trimmed', index, line === line.trim())),
};

const guarantee = guaranteeOf<Draft, null, number>();
const guarantees = [
  guarantee(trimmed, { fix: { outcome: 'fixed', apply: (draft) => draft.map((line) => line.trim()) } }),
  guarantee(short, { parts: (failed) => failed.map((one) => ({ part: Number(one.path), finding: one })) }),
];

test('code fixes first and says so; what is open comes in the order of the findings', () => {
  const draft = ['long enough to fail', ' b ', 'as long as the first'];
  const circumstances = { strategy: 'single', earlier: [] } as const;
  const failed = measureAll([short, trimmed], draft, null, circumstances).filter(({ ok }) => !ok);
  const said: Fixed[] = [];
  const begun = beginRepair(guarantees, { draft, failed, input: null, circumstances });
  let step = begun.next();
  for (; step.done !== true; step = begun.next()) said.push(step.value);
  expect(said.map(({ finding: { name, path }, outcome }) => [name, path, outcome])).toEqual([
    ['trimmed', '1', 'fixed'],
  ]);
  expect(step.value.fixed).toEqual(['long enough to fail', 'b', 'as long as the first']);
  expect(step.value.open.map(({ part }) => part)).toEqual([0, 2]);
});
