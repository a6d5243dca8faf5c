import { expect, test } from 'vitest';
import { columnsOf } from './style.ts';
import { layOut } from './table.ts';

const heading = ['service', 'state', 'ports'];
const rows = [
  ['gateway', '\u001B[32mhealthy\u001B[39m', '4000 4001'],
  ['mpc-api', 'stopped', '3000 3001'],
];

test('columns line up, whatever colours the cells have', () => {
  const { heading: top, lines } = layOut(heading, rows, 80);
  expect(top).toBe('service  state    ports');
  expect(lines).toEqual(['gateway  \u001B[32mhealthy\u001B[39m  4000 4001', 'mpc-api  stopped  3000 3001']);
});

test('on a narrow terminal each row becomes a block, and nothing is wider than the terminal', () => {
  const { heading: top, lines } = layOut(heading, rows, 20);
  expect(top).toBeUndefined();
  expect(lines).toEqual([
    'service  gateway',
    'state    \u001B[32mhealthy\u001B[39m',
    'ports    4000 4001',
    '',
    'service  mpc-api',
    'state    stopped',
    'ports    3000 3001',
  ]);
  expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(20);
});
