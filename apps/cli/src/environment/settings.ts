import { readEnvText } from './env-file.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface SettingSources {
  readonly environment: Environment;
  /** The text of `.env`. */
  readonly envText: string;
  /** The names of all settings of this version. */
  readonly known: Iterable<string>;
  /** The text of the provider configuration, which may name any variable. */
  readonly configText: string;
}

/**
 * What the services are to be told: `.env`, and in its place what the operator's environment says, as it wins
 * everywhere. Of that environment only settings count: a shell's own variables differ from one terminal to the next,
 * and services whose settings have changed are started again.
 */
export function readSettings({ environment, envText, known, configText }: SettingSources): Record<string, string> {
  const inFile = readEnvText(envText);
  const names = [...Object.keys(inFile), ...known, ...referencedNames(configText)];
  const given = [...new Set(names)]
    .flatMap((name) => [name, `${name}_FILE`])
    .map((name) => [name, environment[name]] as const)
    .filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...inFile, ...Object.fromEntries(given) };
}

/** `os.environ/NAME` and `${NAME}`, `${NAME:-default}`. */
function referencedNames(configText: string): string[] {
  return Array.from(configText.matchAll(/os\.environ\/(\w+)|\$\{(\w+)/g), ([, plain, braced]) => plain ?? braced ?? '');
}

/** What processes of ours run in beside their settings: not npm's own variables, nor another program's PORT and HOST. */
export function surroundings(environment: Environment, settings: Environment): Record<string, string> {
  const ofOthers = /^(npm_.*|INIT_CWD|NODE|NODE_CHANNEL_FD|PORT|HOST|SHOWRUNNER_(STARTED_AT|INSTALL_MS))$/i;
  return Object.fromEntries(
    Object.entries(environment).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined && !ofOthers.test(entry[0]) && !(entry[0] in settings),
    ),
  );
}
