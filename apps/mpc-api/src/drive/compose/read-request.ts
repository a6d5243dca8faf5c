import { optionsOf, type GenerationOptions } from '@showrunner/contract';
import { invalidInput, missingInput, type Issue } from '@showrunner/errors';
import { memberNames, readInput, type Operation } from '@showrunner/recipes';

export interface ReadRequest {
  readonly input: unknown;
  readonly options: GenerationOptions;
  /** Members that nobody knows, for `meta.ignored`. */
  readonly ignored: readonly string[];
}

/** Enough to find one's mistake; a body can have tens of thousands. */
const MAX_IGNORED = 50;

/** Reads one body as the options that every operation has and the operation's own input; all findings at once. */
export function readRequest(operation: Operation, body: Readonly<Record<string, unknown>>): ReadRequest {
  const { optionMembers, inputMembers } = split(operation, body);
  const options = readInput<GenerationOptions>({ input: optionsOf(operation) }, optionMembers);
  const input = readInput(operation, inputMembers);
  if (options.kind === 'read' && input.kind === 'read') {
    const ignored = [...options.ignored, ...input.ignored].slice(0, MAX_IGNORED);
    return { input: input.input, options: options.input, ignored };
  }
  const isMissing = options.kind === 'missing' || input.kind === 'missing';
  const issues = [...issuesOf(options), ...issuesOf(input)];
  throw isMissing ? missingInput(issues) : invalidInput(issues);
}

function split(operation: Operation, body: Readonly<Record<string, unknown>>) {
  const ownNames = memberNames(operation.input);
  const optionNames = memberNames(optionsOf(operation));
  const isOption = (name: string) => optionNames.has(name) && !ownNames.has(name);
  const optionMembers: Record<string, unknown> = {};
  const inputMembers: Record<string, unknown> = {};
  for (const name of Object.keys(body)) (isOption(name) ? optionMembers : inputMembers)[name] = body[name];
  return { optionMembers, inputMembers };
}

function issuesOf(read: ReturnType<typeof readInput>): readonly Issue[] {
  return read.kind === 'read' ? [] : read.issues;
}
