import { Command } from 'commander';

/** What `runtime/bootstrap.mjs` runs itself, in place of a command. They stand here for help alone. */
export const toolCommands = (): Command[] => [
  tool('gateway', 'the LLM gateway in the foreground: --config FILE, --port N, --host ADDRESS'),
  tool('litellm', "the same as LiteLLM's own command: with its options, on every address"),
  tool('api', 'the content API in the foreground: --port N, --host ADDRESS'),
  tool('worker', 'a worker in the foreground, for jobs that an API accepted: its settings are those of the API'),
  tool('run', 'run a TypeScript file with the Node and the packages of this checkout').arguments('<file> [words...]'),
  tool('develop', 'as run, with the development packages too').arguments('<file> [words...]'),
  tool('test', "the tests of the checkout, or of some folders; other options are vitest's").arguments('[folder...]'),
  tool('typecheck', 'check the types'),
  tool('lint', 'look for mistakes'),
  tool('format', 'format the files, or only look: --check'),
  tool('install', "install the dependencies anew from the lockfile, without npm's cache: --no-cache"),
];

const tool = (name: string, description: string): Command =>
  new Command(name).description(description).helpGroup('Tools:');
