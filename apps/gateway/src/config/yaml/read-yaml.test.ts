import { expect, test } from 'vitest';
import { Findings } from '../finding.ts';
import { readYaml } from './read-yaml.ts';

function read(text: string): { value: unknown; told: string[] } {
  const findings = new Findings();
  const value = readYaml(text, 'config.yaml', findings);
  return { value, told: findings.list.map(({ level, path, message }) => `${level} ${path}: ${message}`) };
}

test.each([
  ['a number with underscores', 'tpm: 100_000', { tpm: 100_000 }],
  ['a fraction with underscores', 'cost: 1_000.5', { cost: 1000.5 }],
  ['digits that begin with 0 and are no number in base 8, as text', 'a: 09\nb: 0912345', { a: '09', b: '0912345' }],
  ['numbers in base 2 and 16', 'a: 0b1010\nb: 0x1_F\nc: -0x10', { a: 10, b: 31, c: -16 }],
  ['a number that only YAML 1.2 reads', 'cost: 1e-5', { cost: 0.00001 }],
  ['a number that no double holds, as its digits', 'id: 12345678901234567890', { id: '12345678901234567890' }],
  [
    'yes and on',
    'a: yes\nb: On\nc: TRUE\nd: no\ne: OFF\nf: False',
    { a: true, b: true, c: true, d: false, e: false, f: false },
  ],
  [
    'words that begin like them',
    'a: yesterday\nb: y\nc: online\nd: n',
    { a: 'yesterday', b: 'y', c: 'online', d: 'n' },
  ],
  ['quoted words', 'a: "yes"\nb: \'100_000\'', { a: 'yes', b: '100_000' }],
  [
    'keys, which are text',
    'on: 1\n1_000: 2\n7: 3\nnull: 4\n2024-02-01: 5',
    { on: 1, '1_000': 2, 7: 3, null: 4, '2024-02-01': 5 },
  ],
  ['an unquoted date, as text', 'api_version: 2024-02-01', { api_version: '2024-02-01' }],
  ['nothing', 'a:\nb: ~\nc: Null', { a: null, b: null, c: null }],
  ['other scripts', 'モデル: 名前\nмодель: да', { モデル: '名前', модель: 'да' }],
  ['a mark of the byte order', '\uFEFFa: 1', { a: 1 }],
  ['a flow map that closes at its key', 'x:\n- a: {\n  b: 1\n  }\n  c: 2\n', { x: [{ a: { b: 1 }, c: 2 }] }],
  ['a flow map that closes before its key', 'x:\n- a: {\n  b: 1\n}\n  c: 2\n', { x: [{ a: { b: 1 }, c: 2 }] }],
  ['a flow list at its key', 'x:\n  a: [\n  1,\n  2\n  ]\n', { x: { a: [1, 2] } }],
  ['a flow list at the margin, with a comment', 'x:\n  a: [\n1, # one\n\n# two\n2\n]\n', { x: { a: [1, 2] } }],
  [
    'flows in flows',
    'x:\n  a: {b: [\n  {c: 1},\n {d: "e\n f"}],\ng: h}\n  i: j',
    { x: { a: { b: [{ c: 1 }, { d: 'e f' }], g: 'h' }, i: 'j' } },
  ],
  ['a quoted text at the margin', 'a:\n  b: \'{\n"c": 1\n}\'\n  d: "e\nf"', { a: { b: '{ "c": 1 }', d: 'e f' } }],
  [
    'two merges in one map',
    'a: &a {p: 1}\nb: &b {q: 2}\nc:\n  <<: *a\n  <<: *b\n  r: 3',
    { a: { p: 1 }, b: { q: 2 }, c: { p: 1, q: 2, r: 3 } },
  ],
])('%s is read without a word', (_, text, value) => {
  expect(read(text)).toEqual({ value, told: [] });
});

test('a part that hundreds of entries share is no bomb', () => {
  const entries = Array.from({ length: 500 }, (_, index) => `- <<: *shared\n  name: m${index}`).join('\n');
  const { value, told } = read(`shared: &shared {api_key: k}\nlist:\n${entries}\n`);
  expect(told).toEqual([]);
  expect((value as { list: unknown[] }).list[499]).toEqual({ api_key: 'k', name: 'm499' });
});

test('a key that stands twice is told with its place, and the last counts', () => {
  const { value, told } = read('model_list:\n- litellm_params: {model: a, api_key: b, model: c}\nrouter: 1\nrouter: 2');
  expect(value).toEqual({ model_list: [{ litellm_params: { model: 'c', api_key: 'b' } }], router: 2 });
  expect(told).toEqual([
    'warning router: stands twice, and the last counts',
    'warning model_list[0].litellm_params.model: stands twice, and the last counts',
  ]);
});

test('numbers that look otherwise are told', () => {
  const { value, told } = read('a: 010\nb: [12:30]\nc: 00\nd: 2001:db8');
  expect(value).toEqual({ a: 8, b: ['12:30'], c: 0, d: '2001:db8' });
  expect(told).toEqual([
    'warning a: 010 is read in base 8, because it begins with 0',
    'warning b[0]: 12:30 is text here, and a number in base 60 for LiteLLM',
  ]);
});

const deep = '['.repeat(20_000);
const bomb = Array.from(
  { length: 30 },
  (_, index) => `x${index}: &x${index} [${index === 0 ? '1' : `*x${index - 1}, *x${index - 1}`}]`,
);

test.each([
  ['a list that is not closed', 'a: [1, 2\n', /is no valid YAML: Flow/],
  ['a quote that is not closed', 'a: "b\nc: d\n', /Missing closing "quote/],
  ['an alias of nothing', 'a: *b', /is no valid YAML: Unresolved alias/],
  ['a tab in place of spaces', 'a:\n\tb: 1', /is no valid YAML: Tabs/],
  ['two documents', 'a: 1\n---\nb: 2', /is no valid YAML/],
  ['a list in a block that is too far left', 'a:\n    - 1\n  - 2', /is no valid YAML/],
  ['lists in one another without end', deep, /is no valid YAML/],
  ['a bomb of aliases', bomb.join('\n'), /over 1000000 values/],
  ['a list that holds itself', 'a: &a [*a]', /over 1000000 values|Unresolved/],
  ['text', 'model_list', /holds text, not settings/],
])('%s is refused with a reason', (_, text, reason) => {
  const { value, told } = read(text);
  expect(value).toEqual({});
  expect(told[0]).toMatch(reason);
});

test('an empty file has no settings and no error', () => {
  expect(read('# nothing yet\n')).toEqual({ value: {}, told: [] });
});
