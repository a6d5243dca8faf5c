import { Command } from 'commander';
import { action } from '../../command-context.ts';

export const mcpCommand = (): Command =>
  new Command('mcp')
    .description('the recipes as tools for an agent, over standard input and output')
    .action(action(async (context) => (await import('./mcp.handler.ts')).mcp(context)));
