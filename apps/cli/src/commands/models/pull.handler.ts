import { findCatalogueModel, findModel, modelCacheFolder, modelCatalogue } from '@showrunner/providers/local';
import { OperatorError } from '@showrunner/stack';
import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { fetchLocalModel, planLocalModel, type LocalModel } from '../../models/local-model.ts';
import { loadStack } from '../../stack/load-stack.ts';

export async function pull(context: CommandContext, command: Command): Promise<void> {
  const { output } = context;
  const { environment } = loadStack(context);
  const [id] = command.args;
  const plan = id === undefined ? await planLocalModel(environment) : await planNamed(id, environment);
  if (plan.state === 'absent') await fetchLocalModel(plan, context);
  const path = plan.state === 'present' ? plan.path : (await findModel(plan.model.id, { environment }))?.path;
  output.result({ path });
  output.line(`Here: ${path}`);
}

async function planNamed(given: string, environment: Readonly<Record<string, string>>): Promise<LocalModel> {
  const id = given.replace(/^local\//, '');
  const model = findCatalogueModel(id);
  if (!model) {
    throw new OperatorError({
      what: `There is no model "${given}" in the catalogue`,
      fix: `choose one of: ${modelCatalogue.map((entry) => entry.id).join(', ')}`,
    });
  }
  const present = await findModel(id, { environment });
  return present
    ? { state: 'present', title: model.title, path: present.path }
    : { state: 'absent', model, cacheFolder: modelCacheFolder(environment) };
}
