import { asObject, asObjects, asString } from '../kit/json.ts';

/** A model server that runs on this machine already. */
export interface LocalServer {
  name: 'Ollama' | 'LM Studio';
  /** Root of its API, as the adapter of that name takes it in `api_base`. */
  url: string;
  /** How a model of it is written in the configuration, for example `ollama/llama3.2:3b`. */
  models: string[];
}

const ANSWER_WITHIN_MS = 700;

/** Asks the ports where Ollama and LM Studio listen by default; none is started and none is an error. */
export async function detectLocalServers({
  signal,
  environment = process.env,
}: { signal?: AbortSignal; environment?: NodeJS.ProcessEnv } = {}): Promise<LocalServer[]> {
  const ollama = environment.OLLAMA_API_BASE || 'http://127.0.0.1:11434';
  const lmStudio = environment.LM_STUDIO_API_BASE || 'http://127.0.0.1:1234/v1';
  const found = await Promise.all([
    listModels(`${ollama}/api/tags`, 'models', 'name', signal).then((models) =>
      server('Ollama', ollama, 'ollama', models),
    ),
    listModels(`${lmStudio}/models`, 'data', 'id', signal).then((models) =>
      server('LM Studio', lmStudio, 'lm_studio', models),
    ),
  ]);
  signal?.throwIfAborted();
  return found.filter((entry) => entry !== undefined);
}

function server(
  name: LocalServer['name'],
  url: string,
  prefix: string,
  models: string[] | undefined,
): LocalServer | undefined {
  return models && { name, url, models: models.map((model) => `${prefix}/${model}`) };
}

/** Nothing where no such server answers. */
async function listModels(
  url: string,
  list: string,
  member: string,
  signal: AbortSignal | undefined,
): Promise<string[] | undefined> {
  const patience = AbortSignal.timeout(ANSWER_WITHIN_MS);
  try {
    const answer = await fetch(url, { signal: signal ? AbortSignal.any([signal, patience]) : patience });
    if (!answer.ok) return undefined;
    const entries = asObjects(asObject(await answer.json())?.[list]);
    return entries.map((entry) => asString(entry[member])).filter((name) => name !== undefined);
  } catch {
    return undefined;
  }
}
