import { pino, stdTimeFunctions, type Logger } from 'pino';
import type { Secret } from '../secret.ts';
import { createRedactor } from './redact.ts';
import { createStandardOutput } from './standard-output.ts';

export interface LoggerOptions {
  /** Stands in every line: `gateway`, `mpc-api`. */
  readonly service: string;
  readonly level: string;
  /** Which of several processes of the service it is; nothing where there is one. */
  readonly worker?: number | undefined;
  /** Values that must not appear in any line, whatever writes them. */
  readonly secrets?: readonly Secret[];
  /** Where lines go; standard output by default. */
  readonly sink?: { write(line: string): unknown };
}

/** JSON lines on standard output, written without blocking, with secrets struck out of the finished line. */
export function createLogger({
  service,
  level,
  worker,
  secrets,
  sink = createStandardOutput(),
}: LoggerOptions): Logger {
  const redact = createRedactor(secrets);
  return pino(
    {
      level,
      base: { service, ...(worker !== undefined && { worker }) },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line: string) => sink.write(redact(line)) },
  );
}
