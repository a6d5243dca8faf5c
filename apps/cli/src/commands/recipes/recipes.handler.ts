import type { CommandContext } from '../../command-context.ts';
import { connect } from '../../generation/connect.ts';
import { loadStack } from '../../stack/load-stack.ts';

/** Lists the recipes of the running content API. */
export async function recipes(context: CommandContext): Promise<void> {
  const { output, signal } = context;
  const offered = await connect(loadStack(context)).recipes({ signal });
  output.result(offered);
  output.table(
    ['recipe', 'asked for with POST', 'what it does'],
    offered.map(({ name, path, description }) => [name, path, description]),
  );
}
