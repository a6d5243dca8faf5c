import { join } from 'node:path';
import process from 'node:process';
import { OperatorError } from '@showrunner/stack';
import { z } from 'zod';
import { runProgram } from '../run-program.ts';
import type { Stack } from './load-stack.ts';

/** What `gateway --check --json` prints, as far as it is read. */
const report = z.object({
  findings: z.array(
    z.object({
      level: z.enum(['error', 'warning', 'hint']),
      path: z.string(),
      message: z.string(),
      fix: z.string().exactOptional(),
    }),
  ),
});

/** What the gateway says of a place in a provider configuration. */
export type GatewayFinding = z.infer<typeof report>['findings'][number];

/**
 * Has the gateway itself read a provider configuration: its findings are the only ones that count.
 *
 * @throws {OperatorError} when it cannot be asked, with its last line
 */
export async function askGateway(
  root: string,
  environment: Stack['environment'],
  file: string,
  signal: AbortSignal,
): Promise<readonly GatewayFinding[]> {
  const argv = [join(root, 'apps/gateway/src/main.ts'), '--check', '--json', '--config', file];
  const { stdout, stderr } = await runProgram(process.execPath, argv, { env: environment, signal });
  try {
    return report.parse(JSON.parse(stdout)).findings;
  } catch (error) {
    const what = stderr.trim().split('\n').at(-1) || 'The gateway said nothing';
    throw new OperatorError({ what, where: file, fix: 'showrunner config check' }, { cause: error });
  }
}

/** @throws {OperatorError} with what is wrong, so that what serves goes on serving. */
export async function refuseBrokenConfiguration(
  { settings, environment }: Pick<Stack, 'settings' | 'environment'>,
  file: string,
  signal: AbortSignal,
): Promise<void> {
  const findings = await askGateway(settings.root, environment, file, signal);
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length === 0) return;
  throw new OperatorError({
    what: 'The gateway would refuse this configuration; nothing was changed',
    where: file,
    fix: 'correct it, then run this again',
    lines: errors.map(({ path, message, fix }) => `${path}: ${message}${fix === undefined ? '' : `; ${fix}`}`),
  });
}
