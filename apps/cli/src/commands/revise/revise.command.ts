import { Command } from 'commander';

/** Its commands and options are made from the recipes, which are read only when they are needed. */
export const reviseCommand = (): Command =>
  new Command('revise')
    .description('change what was generated: revise script JOB "Make the hook a question"')
    .argument('[recipe]')
    .argument('[arguments...]')
    .helpOption(false)
    .allowUnknownOption()
    .passThroughOptions()
    .action(async (_recipe, _rest, _options, command: Command) => {
      const { createReviseProgram } = await import('./revise.program.ts');
      await createReviseProgram().parseAsync(command.args, { from: 'user' });
    });
