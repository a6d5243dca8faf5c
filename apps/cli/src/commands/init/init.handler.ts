import type { CommandContext } from '../../command-context.ts';
import { initialize } from '../../environment/initialize.ts';

export async function init({ root, environment, output }: CommandContext): Promise<void> {
  const done = initialize(root, environment);
  output.result(done);
  if (done.created) output.line(`Created ${done.path} with ${done.filled.join(', ')}.`);
  else if (done.filled.length === 0) output.line(`${done.path} lacks nothing.`);
  else output.line(`Added to ${done.path}: ${done.filled.join(', ')}.`);
}
