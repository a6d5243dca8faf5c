import { findModel, modelCatalogue } from '@showrunner/providers/local';
import type { CommandContext } from '../../command-context.ts';
import { formatBytes } from '../../output/figures.ts';
import { fetchModels } from '../../models/served-models.ts';
import { loadStack } from '../../stack/load-stack.ts';

export async function list(context: CommandContext): Promise<void> {
  const { output, signal } = context;
  const stack = loadStack(context);
  const runtime = await stack.openRuntime();
  const { services } = await runtime.ps();
  const isUp = services.some(({ name, state }) => name === 'gateway' && state.status === 'healthy');
  const served = isUp ? await fetchModels(stack, signal) : [];
  const { environment } = stack;
  const local = await Promise.all(
    modelCatalogue.map(async (model) => ({ ...model, path: (await findModel(model.id, { environment }))?.path })),
  );

  output.result({ served, local });
  if (isUp)
    output.table(
      ['served as', 'model'],
      served.map(({ name, model }) => [name, model]),
    );
  else output.line('The gateway is not up; "showrunner up" starts it.');
  output.line();
  output.table(
    ['on this machine', 'size', 'memory', 'licence', 'here'],
    local.map(({ id, bytes, memoryBytes, license, path }) => [
      `local/${id}`,
      formatBytes(bytes),
      formatBytes(memoryBytes),
      license,
      path === undefined ? 'no' : 'yes',
    ]),
  );
}
