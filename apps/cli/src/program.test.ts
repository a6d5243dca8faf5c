import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { createProgram } from './program.ts';

const everyCommand = (command: Command): Command[] => [command, ...command.commands.flatMap(everyCommand)];

test('the help of every command fits a terminal of 40 columns, but for its usage line', () => {
  const commands = everyCommand(createProgram());
  expect(commands.length).toBeGreaterThan(20);
  for (const command of commands) {
    const helper = command.createHelp();
    helper.prepareContext({ helpWidth: 40 });
    const wide = helper
      .formatHelp(command, helper)
      .split('\n')
      .filter((line) => line.length > 40 && !line.startsWith('Usage:'));
    expect(wide).toEqual([]);
  }
});
