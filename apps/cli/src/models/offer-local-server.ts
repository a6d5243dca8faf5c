import { detectLocalServers, type LocalServer } from '@showrunner/providers/local';
import type { CommandContext } from '../command-context.ts';
import { keepLocalModel } from '../environment/keep-local-model.ts';

/** Models that answer with vectors and write nothing, by their names. */
const WRITES_NOTHING = /embed|bge-|rerank|whisper/i;

/**
 * Offers a model server that runs on this machine as the writer, before anything is downloaded. A yes is kept in `.env`;
 * where nobody is there to answer, the line that would keep it is shown.
 *
 * @returns whether one was taken
 */
export async function offerLocalServer({
  root,
  environment,
  output,
  signal,
}: Pick<CommandContext, 'root' | 'environment' | 'output' | 'signal'>): Promise<boolean> {
  for (const server of await detectLocalServers({ signal, environment })) {
    const model = server.models.find((name) => !WRITES_NOTHING.test(name));
    if (model === undefined) continue;
    const agreed = await output.confirm(`${introduction(server, model)} Write with it?`);
    if (agreed === true) {
      keepLocalModel(root, model);
      output.note(`Kept in .env: SHOWRUNNER_LOCAL_MODEL=${model}`);
      return true;
    }
    if (agreed === undefined)
      output.note(`${introduction(server, model)} To write with it, put SHOWRUNNER_LOCAL_MODEL=${model} into .env.`);
  }
  return false;
}

function introduction({ name, models }: LocalServer, model: string): string {
  const others = models.length === 1 ? '' : ` and ${models.length - 1} more`;
  return `${name} runs here with ${model}${others}.`;
}
