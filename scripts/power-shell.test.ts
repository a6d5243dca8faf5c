import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Command, Option } from 'commander';
import { beforeAll, expect, test } from 'vitest';
import { Language, Parser, type Node } from 'web-tree-sitter';
import { createProgram } from '../apps/cli/src/program.ts';

// Not every machine has a PowerShell (launchers.test.ts runs it there): its grammar reads the script, and the commands themselves judge what it would hand them.

const path = new URL('../ai-infra-manage.ps1', import.meta.url);
const text = readFileSync(path, 'utf8');
const require = createRequire(import.meta.url);

/** Bound positionally, and written behind the command as they are. */
const POSITIONAL = new Set(['Command', 'Arguments', 'Service']);

let script: Node;
beforeAll(async () => {
  await Parser.init();
  const grammar = await Language.load(require.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm'));
  const tree = new Parser().setLanguage(grammar).parse(text);
  if (tree === null) throw new Error('The grammar gave no tree.');
  script = tree.rootNode;
});

function nodes(type: string, from: Node = script): Node[] {
  return from.descendantsOfType(type).filter((node) => node !== null);
}

/** The parameters of the script: name and type, `switch` or `string`. */
function parameters(): Map<string, string> {
  return new Map(
    nodes('script_parameter').map((parameter) => {
      const [, type = ''] = /\[(switch|string|string\[\])\]\s*\$/.exec(parameter.text) ?? [];
      const [, name = ''] = /\$(\w+)/.exec(parameter.text.replace(/\$true/g, '')) ?? [];
      return [name, type];
    }),
  );
}

/** The table that names the flag of each switch. */
function flags(): Map<string, string> {
  return new Map(
    nodes('hash_entry').map((entry) => {
      const [, name = '', flag = ''] = /^(\w+)\s*=\s*'(.+)'$/.exec(entry.text) ?? [];
      return [name, flag];
    }),
  );
}

function optionsOf(command: Command): readonly Option[] {
  return [...command.options, ...command.commands.flatMap((child) => optionsOf(child))];
}

test('PowerShell can read the script', () => {
  const broken = nodes('ERROR').map((node) => `line ${node.startPosition.row + 1}: ${node.text}`);
  expect(broken).toEqual([]);
  expect(script.hasError).toBe(false);
});

test('the grammar does refuse what PowerShell refuses', () => {
  const broken = new Parser().setLanguage(script.tree.language).parse(text.replace('exit $LASTEXITCODE', 'if ( {'));
  expect(broken?.rootNode.hasError).toBe(true);
});

test('Windows PowerShell 5.1 reads it too: ASCII alone, and no operator that came later', () => {
  // Without a byte order mark 5.1 reads the system's code page, where only ASCII is the same.
  expect(text).toMatch(/^\p{ASCII}*$/u);
  expect(text).not.toMatch(/&&|\|\||\?\?|\?\.|\s\?\s/);
});

test('every switch has a flag and every flag a switch', () => {
  const named = [...parameters().keys()].filter((name) => !POSITIONAL.has(name));
  expect(named.length).toBeGreaterThan(10);
  expect([...flags().keys()].toSorted()).toEqual(named.toSorted());
});

test('every flag is one that a command takes, with a value where the switch has one', () => {
  const options = optionsOf(createProgram());
  for (const [name, flag] of flags()) {
    if (flag === '--help') continue;
    const option = options.find(({ long }) => long === flag);
    expect(option, `${flag} of -${name}`).toBeDefined();
    expect(parameters().get(name), `the type of -${name}`).toBe(option?.required ? 'string' : 'switch');
  }
});

test('every option of the commands that run a stack has a switch', () => {
  const stackCommands = [
    'up',
    'down',
    'restart',
    'logs',
    'ps',
    'health',
    'status',
    'rebuild',
    'prune',
    'reset',
    'validate',
    'init',
  ];
  const mapped = new Set(flags().values());
  const program = createProgram();
  const missing = stackCommands.flatMap((name) => {
    const command = program.commands.find((candidate) => candidate.name() === name);
    const options = command?.options ?? [];
    return options.filter(({ long }) => !mapped.has(long ?? '')).map((option) => `${name} ${option.flags}`);
  });
  expect(missing).toEqual([]);
});
