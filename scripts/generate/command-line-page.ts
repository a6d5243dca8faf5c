import type { Argument, Command, Option } from 'commander';
import { createGenerateProgram } from '../../apps/cli/src/commands/generate/generate.program.ts';
import { createReviseProgram } from '../../apps/cli/src/commands/revise/revise.program.ts';
import { jsonOption, runtimeOption } from '../../apps/cli/src/options.ts';
import { createProgram } from '../../apps/cli/src/program.ts';
import type { GeneratedFile } from './generated-file.ts';

const heading = `<!-- Made by "npm run generate" (scripts/generate/command-line-page.ts) from the commands of apps/cli. -->

# The command line
\`./showrunner <command>\` in the checkout; on Windows \`.\\showrunner <command>\`, anywhere \`npm run -s showrunner -- <command>\`. In PowerShell also \`.\\ai-infra-manage.ps1 <command>\` with its switches: \`logs -Follow -Tail 50\`, \`rebuild mpc-api -NoCache\`. \`npm run demo\`, \`npm start\` and \`npm stop\` are \`demo\`, \`up\` and \`down\`.

A command ends with 0 when it did what it was asked and everything it looked at is well, else with another status and a message that says what is wrong, where, and how to fix it.
`;

/** Options that most commands have; they are explained once. */
const shared: readonly Option[] = [runtimeOption(), jsonOption()];
const isShared = ({ flags, description }: Option): boolean =>
  shared.some((option) => option.flags === flags && option.description === description);

/** The reference page of every command. */
export const commandLinePage: GeneratedFile = {
  path: 'docs/reference/command-line.md',
  generator: 'scripts/generate/command-line-page.ts',
  content: () => {
    const program = createProgram();
    // Their commands are made from the recipes when they are called.
    const made = new Map([createGenerateProgram(), createReviseProgram()].map((one) => [one.name(), one.commands]));
    const commands = program.commands.flatMap((command) => {
      const nested = made.get(`showrunner ${command.name()}`) ?? command.commands;
      return (nested.length === 0 ? [command] : nested).filter((each) => each.name() !== 'help');
    });
    return [heading, `Most commands take\n${optionTable(shared)}`, ...commands.map(section)].join('\n');
  },
};

function section(command: Command): string {
  const own = command.options.filter((option) => !isShared(option));
  const also = command.options.filter(isShared).map(({ long }) => `\`${long}\``);
  return [
    `## ${fullName(command)}`,
    `${sentence(command.description())}\n`,
    `\`showrunner ${[fullName(command), ...command.registeredArguments.map(placeholder)].join(' ')}\`${
      also.length > 0 ? `, also ${also.join(', ')}` : ''
    }\n`,
    ...(own.length > 0 || command.registeredArguments.some(({ description }) => description !== '')
      ? [optionTable(own, command.registeredArguments)]
      : []),
  ].join('\n');
}

function optionTable(options: readonly Option[], given: readonly Argument[] = []): string {
  const rows = [
    ...given
      .filter(({ description }) => description !== '')
      .map((argument) => row(placeholder(argument), argument.description, argument.argChoices, argument.defaultValue)),
    ...options.map(({ flags, description, argChoices, defaultValue }) =>
      row(flags, description, argChoices, defaultValue),
    ),
  ];
  return `| | |\n|---|---|\n${rows.join('\n')}\n`;
}

function row(name: string, description: string, choices: readonly string[] | undefined, preset: unknown): string {
  const facts = [
    ...(choices ? [`one of ${choices.join(', ')}`] : []),
    ...(typeof preset === 'string' || typeof preset === 'number' ? [`default: ${preset}`] : []),
  ].join('; ');
  return `| \`${name}\` | ${withFacts(description, facts)} |`.replaceAll(/(?<!^)\|(?!$| )/g, '\\|');
}

/** Descriptions of our own options go on, those of the recipes are whole sentences. */
function withFacts(description: string, facts: string): string {
  if (description.endsWith('.')) return `${description} ${sentence(facts)}`.trimEnd();
  return [description, facts].filter((text) => text !== '').join('; ');
}

function placeholder(argument: Argument): string {
  const name = argument.variadic ? `${argument.name()}...` : argument.name();
  return argument.required ? `<${name}>` : `[${name}]`;
}

/** Without the name of the program, which every command has before it. */
function fullName(command: Command): string {
  const own = command.parent ? `${fullName(command.parent)} ${command.name()}` : command.name();
  return own.replace(/^showrunner /, '');
}

function sentence(text: string): string {
  if (text === '') return '';
  const [first = '', ...rest] = text;
  return `${first.toUpperCase()}${rest.join('')}${/[.!?:]$/.test(text) ? '' : '.'}`;
}
