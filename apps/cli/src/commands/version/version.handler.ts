import { readFileSync } from 'node:fs';
import { release } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { CommandContext } from '../../command-context.ts';
import { describeError } from '../../describe-error.ts';
import { loadStack } from '../../stack/load-stack.ts';

export function version(context: CommandContext): Promise<void> {
  const { root, output } = context;
  const manifest: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const facts = {
    showrunner: manifest.version,
    node: `${process.version} (${process.execPath})`,
    system: `${process.platform} ${process.arch} ${release()}`,
    configuration: servingConfiguration(context),
  };
  output.result(facts);
  for (const [name, value] of Object.entries(facts)) output.line(`${name.padEnd(14)} ${value}`);
  return Promise.resolve();
}

/** The one that serves; a fault in the settings is a part of what is reported, and not what keeps it from being told. */
function servingConfiguration(context: CommandContext): string {
  try {
    return loadStack(context).configuration;
  } catch (error) {
    return `not known: ${describeError(error).what}`;
  }
}
