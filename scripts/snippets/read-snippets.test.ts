import { expect, it } from 'vitest';
import { readSnippets } from './read-snippets.ts';

const read = (...lines: string[]) => readSnippets('page.md', lines.join('\n'));

it('reads language, text and line, without the indentation of a list', () => {
  expect(read('1. Do this:', '   ```bash', '   true', '     # deeper', '   ```')).toMatchObject([
    { document: 'page.md', line: 2, language: 'bash', text: 'true\n  # deeper' },
  ]);
});

it('takes a fence inside a longer fence for text', () => {
  expect(read('````text', '```bash', '```', '````')).toMatchObject([{ language: 'text', text: '```bash\n```' }]);
});

it('reads the comment above, a blank line between or not', () => {
  expect(read('<!-- not run: needs Docker -->', '```bash', '```')).toMatchObject([{ notRun: 'needs Docker' }]);
  expect(read('<!-- fails: no key -->', '', '```bash', '```')).toMatchObject([{ fails: 'no key' }]);
  expect(read('<!-- not run: -->', '```bash', '```')[0]).not.toHaveProperty('notRun');
});

it('takes JSON right after commands for their answer, at most a line of text between', () => {
  const commands = ['```bash', 'curl', '```'];
  const json = ['```json', '{}', '```'];
  expect(read(...commands, ...json)[1]?.isAnswer).toBe(true);
  expect(read(...commands, '', 'answers', '', ...json)[1]?.isAnswer).toBe(true);
  expect(read(...commands, '', 'This is', '', 'another matter.', '', ...json)[1]?.isAnswer).toBe(false);
  expect(read('<!-- not run: no -->', ...commands, ...json)[1]?.isAnswer).toBe(false);
});

it('refuses a fence that is never closed', () => {
  expect(() => read('text', '```bash', 'true')).toThrow('page.md:2');
});
