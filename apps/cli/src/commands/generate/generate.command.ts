import type { Command } from 'commander';
import { recipeCommandGroup } from '../../generation/recipe-command-group.ts';

export const generateCommand = (): Command =>
  recipeCommandGroup(
    'generate',
    'content from the recipes: generate script "How espresso works" --duration 45',
    async () => (await import('./generate.program.ts')).createGenerateProgram(),
  );
