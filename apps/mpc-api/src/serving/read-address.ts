import { parseArgs } from 'node:util';
import { CannotStartError } from '@showrunner/service';

/** Where to listen: `--host` and `--port`, else `HOST` and `PORT`. */
export function readAddress(
  argv: readonly string[],
  settings: { readonly HOST: string; readonly PORT: number },
): { readonly host: string; readonly port: number } {
  const { host = settings.HOST, port = String(settings.PORT) } = readFlags(argv);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new CannotStartError(`--port is ${JSON.stringify(port)}, which is not accepted (allowed: 0 to 65535).`);
  }
  return { host, port: Number(port) };
}

function readFlags(argv: readonly string[]): { host?: string; port?: string } {
  try {
    return parseArgs({ args: [...argv], options: { host: { type: 'string' }, port: { type: 'string' } } }).values;
  } catch (error) {
    throw new CannotStartError(`${(error as Error).message}. Accepted are --port N and --host ADDRESS.`, {
      cause: error,
    });
  }
}
