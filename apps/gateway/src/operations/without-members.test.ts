import { expect, test } from 'vitest';
import { withoutMembers } from './without-members.ts';

const request = {
  seed: 1,
  response_format: { type: 'json_schema', strict: true },
  tools: [
    { type: 'function', input_examples: [1] },
    { type: 'function', input_examples: [2], name: '天気' },
  ],
};

test.each([
  ['seed', { seed: undefined }],
  ['response_format.strict', { response_format: { type: 'json_schema' } }],
  ['tools[*].input_examples', { tools: [{ type: 'function' }, { type: 'function', name: '天気' }] }],
  ['tools[1].name', { tools: [request.tools[0], { type: 'function', input_examples: [2] }] }],
  ['tools[0]', { tools: [request.tools[1]] }],
])('%s is left out, and nothing else', (path, change) => {
  const { seed, ...others } = { ...request, ...change };
  expect(withoutMembers(request, [path])).toEqual(seed === undefined ? others : { seed, ...others });
});

test.each(['nothing', 'seed.deeper', 'tools.name', 'tools[7].type', '__proto__.polluted', ''])(
  'a path that leads nowhere changes nothing: %j',
  (path) => {
    expect(withoutMembers(request, [path])).toEqual(request);
  },
);
