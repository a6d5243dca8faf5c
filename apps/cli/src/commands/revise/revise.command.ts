import type { Command } from 'commander';
import { recipeCommandGroup } from '../../generation/recipe-command-group.ts';

export const reviseCommand = (): Command =>
  recipeCommandGroup('revise', 'change what was generated: revise script JOB "Make the hook a question"', async () =>
    (await import('./revise.program.ts')).createReviseProgram(),
  );
