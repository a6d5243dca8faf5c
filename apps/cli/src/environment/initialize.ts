import { chmodSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CHOSEN_BY_INIT, configurationForKeys } from './configuration-choice.ts';
import { readEnvFile } from './env-file-state.ts';
import { readEnvText, setInEnvText } from './env-file.ts';
import { generateSecret } from './secrets.ts';
import { writeEnvFile } from './write-env-file.ts';

/** What `.env` begins as; everything else has a default. */
const FRESH_TEXT = `# Showrunner's settings and secrets; this file stays on this machine. More settings: .env.example
# With a provider's key the stack writes with that provider, without one with a model on this machine.
OPENAI_API_KEY=
ANTHROPIC_API_KEY=

# Generated for this installation.
LITELLM_MASTER_KEY=
MPC_API_KEY=
REDIS_PASSWORD=

# Which file of ai-infra/litellm/config serves. Another one: showrunner config use NAME
SHOWRUNNER_CONFIG=
`;

const GENERATED: Readonly<Record<string, () => string>> = {
  LITELLM_MASTER_KEY: () => `sk-${generateSecret()}`,
  MPC_API_KEY: generateSecret,
  REDIS_PASSWORD: generateSecret,
};

export interface Initialization {
  readonly path: string;
  readonly created: boolean;
  /** The variables that were filled in. */
  readonly filled: readonly string[];
}

export function envFilePath(root: string): string {
  return join(root, '.env');
}

/** Whether neither the text of `.env` nor the environment gives any of the installation's own keys. */
export function lacksOwnKeys(envText: string, environment: Readonly<Record<string, string | undefined>>): boolean {
  const values = readEnvText(envText);
  return Object.keys(GENERATED)
    .flatMap((name) => [name, `${name}_FILE`])
    .every((name) => !values[name] && !environment[name]);
}

/**
 * Makes `.env`, or fills in what it lacks. What it has is never changed, and the file is for its owner alone.
 *
 * @throws {OperatorError} when it cannot be read or written; it is then as it was
 * @param environment the operator's, whose provider keys count for the choice of a configuration
 */
export function initialize(root: string, environment: Readonly<Record<string, string | undefined>>): Initialization {
  const path = envFilePath(root);
  const created = !existsSync(path);
  let text = readEnvFile(path) || FRESH_TEXT;
  const values = readEnvText(text);
  const filled: string[] = [];
  for (const [name, generate] of Object.entries(GENERATED)) {
    if (values[name] || values[`${name}_FILE`] || environment[`${name}_FILE`]) continue;
    text = setInEnvText(text, name, generate());
    filled.push(name);
  }
  if (!values.SHOWRUNNER_CONFIG) {
    text = setInEnvText(text, 'SHOWRUNNER_CONFIG', configurationForKeys({ ...values, ...environment }), CHOSEN_BY_INIT);
    filled.push('SHOWRUNNER_CONFIG');
  }
  if (filled.length > 0) writeEnvFile(path, text);
  if (process.platform !== 'win32' && statSync(path).mode & 0o077) chmodSync(path, 0o600);
  return { path, created, filled };
}
