import { Command } from 'commander';
import { addMemberOptions, givenMembers, readInputFile, readText } from './recipe-command.ts';
import type { RecipeInputs } from './recipe-inputs.ts';

/** `script.revise` → `script`. */
export function revisedKind({ name }: Pick<RecipeInputs, 'name'>): string {
  return name.replace(/\.revise$/, '');
}

/** A command that revises results of a kind: the job, the instruction in free words, and an option for the rest. */
export function reviseCommand(recipe: RecipeInputs): Command {
  const command = new Command(revisedKind(recipe))
    .description(recipe.description)
    .argument('<job>', 'The job whose result is revised.')
    .argument('[instruction...]', 'What shall be different, in words.');
  return addMemberOptions(command, optionMembers(recipe));
}

/** The request that a parsed command stands for. */
export function readRevision(command: Command, recipe: RecipeInputs): Record<string, unknown> {
  const [job_id, ...words] = command.args;
  const instruction = words.join(' ');
  const given = givenMembers(command, optionMembers(recipe));
  return {
    ...readInputFile(command),
    job_id,
    ...(instruction === '' ? {} : { instruction: readText(instruction) }),
    ...given,
  };
}

/** Results as data are for programs. */
const LEFT_OUT = new Set(['job_id', 'instruction', 'original', 'script', 'metadata', 'thumbnail', 'script_id']);

function optionMembers({ members }: RecipeInputs): RecipeInputs['members'] {
  return members.filter(({ name }) => !LEFT_OUT.has(name));
}
