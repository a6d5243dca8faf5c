import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { createGenerateProgram } from './commands/generate/generate.program.ts';
import { createReviseProgram } from './commands/revise/revise.program.ts';
import { createProgram } from './program.ts';

const main = join(import.meta.dirname, 'main.ts');

async function run(words: readonly string[]) {
  const child = spawn(process.execPath, [main, ...words], { env: { ...process.env, NO_COLOR: '1' } });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  return { words: words.join(' '), stdout, stderr, code };
}

describe('help', () => {
  test.each(['ps', 'doctor', 'config use', 'generate script', 'gateway'])(
    'of %s is the same in every form, and no failure',
    async (name) => {
      const path = name.split(' ');
      const [first, ...others] = await Promise.all(
        [
          [...path, '--help'],
          ['help', ...path],
        ].map(run),
      );
      expect(first).toMatchObject({ code: 0, stderr: '' });
      expect(first?.stdout).toContain(`Usage: showrunner ${name.replace('doctor', 'validate|doctor')}`);
      for (const other of others) expect(other).toEqual({ ...first, words: other.words });
    },
  );

  test.each(['', 'config', 'models', 'generate'])(
    'of the group "%s" comes with or without a word more',
    async (name) => {
      const path = name.split(' ').filter(Boolean);
      const forms = [[], ['help'], ['--help'], ['-h'], ['help', '--help'], ['help', 'help']];
      const [first, ...others] = await Promise.all(forms.map((form) => run([...path, ...form])));
      expect(first).toMatchObject({ code: 0, stderr: '' });
      for (const other of others) expect(other).toEqual({ ...first, words: other.words });
    },
  );

  test('of what is no command is a failure that names what is nearest', async () => {
    expect(await run(['help', 'confg'])).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('Did you mean config?') as unknown,
    });
    expect(await run(['config', 'help', 'usee'])).toMatchObject({ code: 1, stdout: '' });
  });

  test('knows every tool of the bootstrap', () => {
    const bootstrap = readFileSync(join(import.meta.dirname, '../../../runtime/bootstrap.mjs'), 'utf8');
    const table = /^const TOOLS = \{\n(.*?)^\};/ms.exec(bootstrap)?.[1] ?? '';
    const tools = Array.from(table.matchAll(/^ {2}(\w+): /gm), ([, name]) => name);
    const listed = createProgram().commands.filter((command) => command.helpGroup() === 'Tools:');
    expect(new Set(listed.map((command) => command.name()))).toEqual(new Set([...tools, 'install']));
  });
});

const everyCommand = (command: Command): Command[] => [command, ...command.commands.flatMap(everyCommand)];

test.each([
  ['showrunner', createProgram, 40],
  // Their longest command takes 52 columns with its arguments.
  ['showrunner generate', createGenerateProgram, 55],
  ['showrunner revise', createReviseProgram, 55],
])('the help of every command of %s fits a narrow terminal, but for its usage line', (_name, create, columns) => {
  const commands = everyCommand(create());
  expect(commands.length).toBeGreaterThan(3);
  for (const command of commands) {
    const helper = command.createHelp();
    helper.prepareContext({ helpWidth: columns });
    const wide = helper
      .formatHelp(command, helper)
      .split('\n')
      .filter((line) => line.length > columns && !line.startsWith('Usage:'));
    expect(wide).toEqual([]);
  }
});
