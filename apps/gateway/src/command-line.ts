import { parseArgs } from 'node:util';
import { CannotStartError } from '@showrunner/service';

/** What the command line says; LiteLLM's flags and a few of our own. */
export interface CommandLine {
  readonly config: string | undefined;
  readonly port: number | undefined;
  readonly host: string | undefined;
  readonly isDebug: boolean;
  /** A model to serve without a file. */
  readonly model: { name: string; alias: string | undefined; apiBase: string | undefined } | undefined;
  /** Whether one error in the configuration refuses the start. */
  readonly isStrict: boolean;
  /** Guardrails that the operator does without, by their names. */
  readonly withoutGuardrails: readonly string[];
  /** Only check the configuration and print what was found. */
  readonly isCheck: boolean;
  readonly asJson: boolean;
}

const usage = `usage: gateway --config FILE [--port 4000] [--host 127.0.0.1] [--strict] [--without-guardrail NAME]
       gateway --model provider/model [--api_base URL] [--alias NAME]
       gateway --config FILE --check [--json]`;

/** Reads the arguments. Throws a `CannotStartError` that shows the usage. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const values = parse(args);
  if (values.num_workers !== undefined && values.num_workers !== '1') {
    throw new CannotStartError('--num_workers: one process serves here; start more of them behind a balancer instead');
  }
  return {
    config: values.config,
    port: readPort(values.port),
    host: values.host,
    isDebug: values.debug === true || values.detailed_debug === true,
    model:
      values.model === undefined ? undefined : { name: values.model, alias: values.alias, apiBase: values.api_base },
    isStrict: values.strict === true,
    withoutGuardrails: values['without-guardrail'] ?? [],
    isCheck: values.check === true,
    asJson: values.json === true,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        config: { type: 'string', short: 'c' },
        port: { type: 'string' },
        host: { type: 'string' },
        num_workers: { type: 'string' },
        debug: { type: 'boolean' },
        detailed_debug: { type: 'boolean' },
        model: { type: 'string', short: 'm' },
        alias: { type: 'string' },
        api_base: { type: 'string' },
        strict: { type: 'boolean' },
        'without-guardrail': { type: 'string', multiple: true },
        check: { type: 'boolean' },
        json: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new CannotStartError(`${error instanceof Error ? error.message : 'wrong arguments'}\n${usage}`);
  }
}

function readPort(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new CannotStartError(`--port: "${text}" is no port; write a whole number from 0 to 65535`);
}
