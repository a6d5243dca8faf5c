import { findModel } from '@showrunner/providers/local';
import { OperatorError } from '@showrunner/stack';
import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { isServed } from '../../environment/configuration-choice.ts';
import { initialize } from '../../environment/initialize.ts';
import { keepLocalModel } from '../../environment/keep-local-model.ts';
import { namedModel } from '../../models/named-model.ts';
import { loadStack } from '../../stack/load-stack.ts';
import { DEFAULT_DEADLINE_SECONDS, startServices } from '../../stack/start-stack.ts';

/** Keeps in `.env` which local model writes, and restarts what serves it. `auto` leaves the choice to the machine. */
export async function use(context: CommandContext, command: Command): Promise<void> {
  const { root, environment, output } = context;
  const [given = 'auto'] = command.args;
  const name = isServed(given) || given === 'auto' ? given : await modelHere(given, context);
  initialize(root, environment);
  keepLocalModel(root, name === 'auto' ? '' : name);

  const stack = loadStack(context);
  const runtime = await stack.openRuntime();
  const { supervisor } = await runtime.ps();
  const isRunning = supervisor.status === 'running' || supervisor.status === 'engine';
  const restart = { names: ['gateway'], deadlineSeconds: DEFAULT_DEADLINE_SECONDS };
  if (isRunning) await startServices(context, runtime, 'restart', restart);
  output.result({ model: name, configuration: stack.configuration, restarted: isRunning });
  output.line(`Writing with ${output.style.strong(name)}${isRunning ? '.' : ' from the next start on.'}`);
  if (!['local', 'model-server'].includes(stack.configuration))
    output.line(`The configuration ${stack.configuration} serves other models: showrunner config use local`);
}

async function modelHere(given: string, { root, environment }: CommandContext): Promise<string> {
  const { id } = namedModel(given);
  const places = { environment: loadStack({ root, environment }).environment };
  if ((await findModel(id, places)) !== undefined) return id;
  throw new OperatorError({
    what: `The model ${id} is not on this machine`,
    fix: `fetch it first: showrunner models pull ${id}`,
  });
}
