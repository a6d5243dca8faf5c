import { expect, test } from 'vitest';
import type { Fixed } from './effects.ts';
import type { Finding } from './finding.ts';
import { beginRepair, guaranteeOf, settleAll, type Check } from './guarantee.ts';
import { measureAll } from './measure-all.ts';

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
  const { said, fixed, open } = begin(guarantees, ['long enough to fail', ' b ', 'as long as the first']);
  expect(said).toEqual([['trimmed', '1', 'fixed']]);
  expect(fixed).toEqual(['long enough to fail', 'b', 'as long as the first']);
  expect(open).toEqual([0, 2]);
});

test('what code fixed is said of a guarantee that also asks, and what it could not fix is not', () => {
  const { said, open } = begin(
    [
      guarantee(short, {
        fix: { outcome: 'dropped', apply: (draft) => draft.map((line) => line.replace(/ and .*/, '')) },
        parts: (failed, fixed) =>
          failed.flatMap((one) => {
            const part = Number(one.path);
            return (fixed[part] ?? '').length < 9 ? [] : [{ part, finding: one }];
          }),
      }),
    ],
    ['tea and biscuits', 'long enough to fail'],
  );
  expect(said).toEqual([['short', '0', 'dropped']]);
  expect(open).toEqual([1]);
});

test('in the end each guarantee settles what fails of it in what those before it have left', () => {
  const leftOut = { outcome: 'dropped', apply: (draft: Draft) => draft.filter((line) => line.length < 9) } as const;
  const filled = { outcome: 'replaced', apply: (draft: Draft) => draft.map((line) => line.trim() || 'tea') } as const;
  const settled = settle(
    [guarantee(short, { settle: leftOut }), guarantee(trimmed, { settle: filled })],
    ['long enough to fail', ' ', 'milk'],
  );
  expect(settled).toEqual({
    draft: ['tea', 'milk'],
    said: [
      ['short', '0', 'dropped'],
      ['trimmed', '0', 'replaced'],
    ],
  });
});

test('a fix that no round of repair reached is made in the end, and what it took out is told', () => {
  const cut = { outcome: 'fixed', apply: (draft: Draft) => draft.map((line) => line.split(',')[0] ?? '') } as const;
  const settled = settleAll([guarantee(short, { fix: cut })], ['tea, with two biscuits'], null, {
    strategy: 'single',
    earlier: [],
  });
  const [said] = [...settled];
  expect(said?.finding).toMatchObject({ name: 'short', path: '0' });
});

test('what passes, or what nobody can settle, stays the same draft', () => {
  const draft = ['long enough to fail', ' b '];
  expect(settle([guarantee(short, {}), guarantee(trimmed, {})], draft).draft).toBe(draft);
});

function settle(offered: typeof guarantees, draft: Draft) {
  const work = settleAll(offered, draft, null, { strategy: 'single', earlier: [] });
  const said: (string | undefined)[][] = [];
  let step = work.next();
  for (; step.done !== true; step = work.next())
    said.push([step.value.finding.name, step.value.finding.path, step.value.outcome]);
  return { draft: step.value, said };
}

function begin(offered: typeof guarantees, draft: Draft) {
  const circumstances = { strategy: 'single', earlier: [] } as const;
  const checks = offered.map(({ check }) => check);
  const failed = measureAll(checks, draft, null, circumstances).filter(({ ok }) => !ok);
  const begun = beginRepair(offered, { draft, failed, input: null, circumstances });
  const said: Fixed[] = [];
  let step = begun.next();
  for (; step.done !== true; step = begun.next()) said.push(step.value);
  return {
    said: said.map(({ finding: { name, path }, outcome }) => [name, path, outcome]),
    fixed: step.value.fixed,
    open: step.value.open.map(({ part }) => part),
  };
}
