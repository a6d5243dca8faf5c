import { readFileSync } from 'node:fs';
import { release } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { CommandContext } from '../../command-context.ts';
import { loadStack } from '../../stack/load-stack.ts';

export function version(context: CommandContext): Promise<void> {
  const { root, output } = context;
  const manifest: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const facts = {
    showrunner: manifest.version,
    node: `${process.version} (${process.execPath})`,
    system: `${process.platform} ${process.arch} ${release()}`,
    configuration: loadStack(context).configuration,
  };
  output.result(facts);
  for (const [name, value] of Object.entries(facts)) output.line(`${name.padEnd(14)} ${value}`);
  return Promise.resolve();
}
