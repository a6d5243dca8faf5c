import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '@showrunner/stack';
import { parse } from 'yaml';

/** What decides: keys, whatever form they have, and the local model that was chosen. */
interface Keys {
  readonly SHOWRUNNER_LOCAL_MODEL?: string | undefined;
  readonly OPENAI_API_KEY?: unknown;
  readonly ANTHROPIC_API_KEY?: unknown;
}

/** Stands behind a choice in `.env` that `init` made: a key that comes later may change it. */
export const CHOSEN_BY_INIT = 'chosen from the keys present';

/** Whether a model is one of a server that runs on this machine already: Ollama or LM Studio. */
export function isServed(model: string | undefined): boolean {
  return /^(?:ollama|lm_studio)\/./.test(model ?? '');
}

/** The configuration that uses the provider keys which are there; without any that of a model server, else `local`. */
export function configurationForKeys(keys: Keys): string {
  const openai = Boolean(keys.OPENAI_API_KEY);
  const anthropic = Boolean(keys.ANTHROPIC_API_KEY);
  if (openai && anthropic) return 'multi-provider';
  if (openai) return 'openai-only';
  if (anthropic) return 'anthropic-only';
  return isServed(keys.SHOWRUNNER_LOCAL_MODEL) ? 'model-server' : 'local';
}

/**
 * The configuration that serves: the one that `SHOWRUNNER_CONFIG` names, but where `init` chose `local` for want of a
 * key and one has come since, that key's; and for `local` where the chosen model is a model server's, that server's.
 */
export function servingConfiguration(
  environment: Keys & { readonly SHOWRUNNER_CONFIG?: string | undefined },
  envText: string,
): string {
  const named = environment.SHOWRUNNER_CONFIG;
  const wasChosen = new RegExp(`^\\s*SHOWRUNNER_CONFIG\\s*=\\s*local\\s+# ${CHOSEN_BY_INIT}`, 'm').test(envText);
  if (named === undefined || (named === 'local' && wasChosen)) return configurationForKeys(environment);
  return named === 'local' && isServed(environment.SHOWRUNNER_LOCAL_MODEL) ? 'model-server' : named;
}

function configurationFolder(root: string): string {
  return join(root, 'ai-infra/litellm/config');
}

export function configurationNames(root: string): string[] {
  return readdirSync(configurationFolder(root))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length))
    .toSorted();
}

/** Where a configuration of this name would lie. */
export function configurationPath(root: string, name: string): string {
  return join(configurationFolder(root), `${name}.yaml`);
}

/**
 * The file of a configuration.
 *
 * @throws {OperatorError} with the names that there are.
 */
export function configurationFile(root: string, name: string): string {
  const file = configurationPath(root, name);
  if (/^[\w.-]+$/.test(name) && existsSync(file)) return file;
  throw new OperatorError({
    what: `There is no provider configuration "${name}"`,
    where: configurationFolder(root),
    fix: `choose one with "showrunner config use NAME": ${configurationNames(root).join(', ')}`,
  });
}

/** @throws {OperatorError} when the file cannot be read. */
export function readConfiguration(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new OperatorError(
      {
        what: `The provider configuration cannot be read (${code ?? String(error)})`,
        where: file,
        fix: code === 'ENOENT' ? 'correct CONFIG_FILE_PATH or SHOWRUNNER_CONFIG' : 'let this user read it',
      },
      { cause: error },
    );
  }
}

/** @throws {OperatorError} when the file cannot be read or is no YAML, which one that grows without end is not. */
export function parseConfiguration(file: string): unknown {
  const text = readConfiguration(file);
  try {
    return parse(text) as unknown;
  } catch (error) {
    const [what = ''] = (error as Error).message.split('\n');
    throw new OperatorError(
      { what, where: file, fix: 'correct the file; showrunner config check says more' },
      { cause: error },
    );
  }
}
