import {
  downloadBytes,
  estimateSpeed,
  findModel,
  modelCatalogue,
  readTrial,
  whyUnfit,
  type CatalogueModel,
  type Room,
} from '@showrunner/providers/local';
import type { CommandContext } from '../../command-context.ts';
import { formatBytes } from '../../output/figures.ts';
import { machineRoom } from '../../models/machine-room.ts';
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
  const room = await machineRoom(environment);
  const writes = (await findModel('auto', { environment }))?.path;
  const local = await Promise.all(modelCatalogue.map((model) => onThisMachine(model, room, environment)));

  output.result({ served, local });
  if (isUp)
    output.table(
      ['served as', 'model'],
      served.map(({ name, model }) => [name, model]),
    );
  else output.line('The gateway is not up; "showrunner up" starts it.');
  output.line();
  output.table(
    ['on this machine', 'size', 'memory', 'licence', 'tokens/s', 'here'],
    local.map(({ id, bytes, memoryBytes, license, speed, path, unfit }) => [
      `local/${id}`,
      formatBytes(bytes),
      formatBytes(memoryBytes),
      license,
      speed,
      path === undefined ? `no${unfit === undefined ? '' : `: ${unfit}`}` : path === writes ? 'yes, writes' : 'yes',
    ]),
  );
}

/** A model of the catalogue as this machine has it: how fast it is, measured or (about) reckoned, and what is against it. */
async function onThisMachine(model: CatalogueModel, room: Room, environment: Readonly<Record<string, string>>) {
  const path = (await findModel(model.id, { environment }))?.path;
  const trial = path === undefined ? undefined : await readTrial(path);
  const about = `about ${estimateSpeed(model, room).tokensPerSecond.toFixed(0)}`;
  const speed = trial?.outcome === 'measured' ? trial.tokensPerSecond.toFixed(1) : about;
  return { ...model, bytes: downloadBytes(model), path, speed, trial, unfit: whyUnfit(model, room) };
}
