import { readFileSync } from 'node:fs';
import process from 'node:process';
import { OperatorError } from '@showrunner/stack';
import { Command, Option } from 'commander';
import type { InputMember, RecipeInputs } from './recipe-inputs.ts';

/** Members that take the command's free words, the first that the recipe has. */
const SUBJECTS = ['prompt', 'content', 'title'];

/** A command for a recipe, with an option for every member of its request. */
export function recipeCommand({ name, description, members }: RecipeInputs): Command {
  const subject = subjectOf(members);
  const command = new Command(name).description(description);
  if (subject) command.argument(`[${subject.name}...]`, subject.description);
  return addMemberOptions(
    command,
    members.filter((member) => member !== subject),
  );
}

export function addMemberOptions(command: Command, members: readonly InputMember[]): Command {
  for (const member of members) command.addOption(optionFor(member));
  return command;
}

/** The request that a parsed recipe command stands for. */
export function readRequest(command: Command, { members }: RecipeInputs): Record<string, unknown> {
  const subject = subjectOf(members);
  const given = givenMembers(command, members);
  const words = command.args.join(' ');
  const named = subject && words !== '' ? { [subject.name]: readText(words) } : {};
  return { ...readInputFile(command), ...named, ...given };
}

/** What `--input` names: a JSON object in a file, or on standard input. */
export function readInputFile(command: Command): Record<string, unknown> {
  const { input } = command.opts<{ input?: string }>();
  if (input === undefined) return {};
  const value = parseJson(
    '--input',
    input === '-'
      ? readFileSync(process.stdin.fd, 'utf8')
      : readFileAt(input, '--input takes the path of a file, or -'),
    'give a file that holds the request as JSON: {"prompt": "…"}',
  );
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new OperatorError({
    what: '--input holds no JSON object',
    fix: 'give the members of the request: {"prompt": "…"}',
  });
}

/** The members that were given as options. */
export function givenMembers(command: Command, members: readonly InputMember[]): Record<string, unknown> {
  return Object.fromEntries(
    members
      .map(({ name }) => [name, attributeName(name)] as const)
      .filter(([, attribute]) => command.getOptionValueSource(attribute) === 'cli')
      .map(([name, attribute]) => [name, command.getOptionValue(attribute) as unknown]),
  );
}

function subjectOf(members: readonly InputMember[]): InputMember | undefined {
  return SUBJECTS.map((name) => members.find((member) => member.name === name)).find(Boolean);
}

function optionFor({ name, description, kind, choices }: InputMember): Option {
  const flag = `--${name.replaceAll('_', '-')}`;
  switch (kind) {
    case 'boolean':
      // What is on unless refused is refused by name: --no-cache, --no-store.
      return name === 'cache' || name === 'store'
        ? new Option(`--no-${name}`, description)
        : new Option(flag, description);
    case 'list':
      return new Option(`${flag} <items...>`, description);
    case 'json':
      return new Option(`${flag} <json>`, `${description} JSON, or @file.`.trim()).argParser((text) =>
        readJson(flag, text),
      );
    case 'stored':
      return new Option(`${flag} <id or json>`, `${description} An id, JSON, or @file.`.trim()).argParser((text) =>
        /^\s*[@{]/.test(text) ? readJson(flag, text) : text,
      );
    case 'number':
      return new Option(`${flag} <value>`, description).argParser(numberIfOne);
    case 'text': {
      const option = new Option(`${flag} <text>`, description);
      return choices ? option.choices(choices) : option.argParser(readText);
    }
  }
}

/** `45` is a number; `1:30` is for the API to read. */
function numberIfOne(text: string): number | string {
  const number = Number(text);
  return text.trim() === '' || Number.isNaN(number) ? text : number;
}

/** `@article.md` is what stands in the file. */
export function readText(text: string): string {
  return text.startsWith('@') ? readFileAt(text.slice(1), 'a text that begins with @ names a file') : text;
}

function readJson(flag: string, text: string): unknown {
  return parseJson(flag, readText(text), `give a JSON value in quotation marks, or a file: ${flag} @value.json`);
}

function parseJson(flag: string, text: string, fix: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new OperatorError({
      what: `${flag} is not JSON: ${error instanceof Error ? error.message : String(error)}`,
      fix,
    });
  }
}

function readFileAt(path: string, fix: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new OperatorError({ what: `There is no readable file ${path}`, where: process.cwd(), fix });
  }
}

/** commander's name for an option's value: `--hook-style` → `hookStyle`. */
function attributeName(member: string): string {
  return member.replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase());
}
