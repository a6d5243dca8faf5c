import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { CannotStartError, type ProcessEnvironment } from '@showrunner/service';
import { MOST_WORKERS } from './environment.ts';
import { liteLlmOptions } from './litellm/command-line-options.ts';

/** What the command line says; LiteLLM's options and a few of our own. */
export interface CommandLine {
  readonly config: string | undefined;
  readonly port: number | undefined;
  readonly host: string | undefined;
  readonly isDebug: boolean;
  /** How long an idle connection is kept. */
  readonly keepAliveSeconds: number | undefined;
  /** A model to serve without a file, and the parameters that were given with it. */
  readonly model: { name: string; alias: string | undefined; params: Readonly<Record<string, unknown>> } | undefined;
  /** Whether one error in the configuration refuses the start. */
  readonly isStrict: boolean;
  /** Guardrails that the operator does without, by their names. */
  readonly withoutGuardrails: readonly string[];
  /** How many processes serve. */
  readonly workers: number;
  /** Only check the configuration and print what was found. */
  readonly isCheck: boolean;
  readonly asJson: boolean;
  /** Only say which version this is. */
  readonly isVersion: boolean;
  /** Options of LiteLLM that are given and not acted on, as they were written. */
  readonly notActedOn: readonly string[];
}

const usage = `usage: gateway --config FILE [--port 4000] [--host 127.0.0.1] [--workers 1] [--strict]
               [--without-guardrail NAME]
       gateway --model provider/model [--api_base URL] [--alias NAME]
       gateway --config FILE --check [--json]
       and every other option of LiteLLM's, which is acted on or named in the log`;

const ownOptions: ParseArgsOptionsConfig = {
  workers: { type: 'string' },
  strict: { type: 'boolean' },
  'without-guardrail': { type: 'string', multiple: true },
  check: { type: 'boolean' },
  json: { type: 'boolean' },
};

/** Parameters of `--model`, as LiteLLM hands them to each call. */
const MODEL_PARAMS = ['api_base', 'api_version', 'temperature', 'max_tokens', 'request_timeout', 'drop_params'];

/** Nothing leaves this gateway that `telemetry` could forbid; the others are read below. */
const ACTED_ON: ReadonlySet<string> = new Set([
  'config',
  'port',
  'host',
  'debug',
  'detailed_debug',
  'model',
  'alias',
  'keepalive_timeout',
  'num_workers',
  'version',
  'validate_config',
  'skip_server_startup',
  'telemetry',
  ...MODEL_PARAMS,
]);

/** Values as they were given: text, true for what takes none, a list for what may be given often. */
type Given = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

/** Reads the arguments, and the variables that stand in for them. Throws a `CannotStartError` that shows the usage. */
export function readCommandLine(args: readonly string[], environment: ProcessEnvironment = {}): CommandLine {
  const given = parse(args);
  const texts = textsOf(given, environment);
  const model = texts('model');
  return {
    config: texts('config'),
    port: readPort(texts('port')),
    host: texts('host'),
    isDebug: isOn(texts('debug')) || isOn(texts('detailed_debug')),
    keepAliveSeconds: readSeconds('keepalive_timeout', texts('keepalive_timeout')),
    model: model === undefined ? undefined : { name: model, alias: texts('alias'), params: paramsOf(given) },
    workers: readWorkers(given.workers === undefined ? texts('num_workers') : String(given.workers)),
    isStrict: given.strict === true,
    withoutGuardrails: [given['without-guardrail'] ?? []].flat().map(String),
    // Both only look, and end.
    isCheck: given.check === true || given.validate_config === true || given.skip_server_startup === true,
    asJson: given.json === true,
    isVersion: given.version === true,
    notActedOn: notActedOn(given, environment),
  };
}

function parse(args: readonly string[]): Given {
  const known = liteLlmOptions.map(({ name, short, takesValue }) => [
    name,
    { type: takesValue ? 'string' : 'boolean', ...(short !== null && { short }) } as const,
  ]);
  try {
    const options: ParseArgsOptionsConfig = { ...Object.fromEntries(known), ...ownOptions };
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new CannotStartError(`${error instanceof Error ? error.message : 'wrong arguments'}\n${usage}`);
  }
}

/** An option's text, or its variable's; what takes none is `true`. HOST and PORT are read with the environment. */
function textsOf(given: Given, environment: ProcessEnvironment): (name: string) => string | undefined {
  return (name) => {
    const variable = liteLlmOptions.find((option) => option.name === name)?.variable ?? '';
    const value = given[name] ?? (variable === 'HOST' || variable === 'PORT' ? undefined : environment[variable]);
    return value === undefined || value === '' ? undefined : String(value);
  };
}

function isOn(text: string | undefined): boolean {
  return text !== undefined && /^(true|1|yes|on)$/i.test(text);
}

function paramsOf(given: Given): Record<string, unknown> {
  const entries = MODEL_PARAMS.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]] as const]));
  const { request_timeout: timeout, ...params } = Object.fromEntries(entries);
  return { ...params, ...(timeout !== undefined && { timeout }) };
}

function notActedOn(given: Given, environment: ProcessEnvironment): string[] {
  return liteLlmOptions.flatMap(({ name, variable }) => {
    if (ACTED_ON.has(name)) return [];
    const isVariable = given[name] === undefined;
    const value = isVariable ? environment[variable ?? ''] : given[name];
    if (value === undefined || value === '') return [];
    return [isVariable ? (variable ?? '') : `--${name}`];
  });
}

function readPort(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new CannotStartError(`--port: "${text}" is no port; write a whole number from 0 to 65535`);
}

function readWorkers(text = '1'): number {
  const workers = Number(text);
  if (Number.isInteger(workers) && workers >= 1 && workers <= MOST_WORKERS) return workers;
  throw new CannotStartError(
    `--workers: "${text}" is no number of processes; write a whole number from 1 to ${MOST_WORKERS}, at most one for each core. LiteLLM's --num_workers and NUM_WORKERS say the same.`,
  );
}

function readSeconds(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const seconds = Number(text);
  if (Number.isFinite(seconds) && seconds > 0) return seconds;
  throw new CannotStartError(`--${name}: "${text}" is no number of seconds above 0`);
}
