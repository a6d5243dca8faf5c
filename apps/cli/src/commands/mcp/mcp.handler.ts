import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { contentServer, serveStdio } from '@showrunner/mcp';
import type { CommandContext } from '../../command-context.ts';
import { connect } from '../../generation/connect.ts';
import { loadStack } from '../../stack/load-stack.ts';

/** What is in flight has so long to tell that it goes on without us. */
const GRACE_MS = 1_000;

/** Serves until the agent closes our input, or the operator ends us. Nothing but the protocol goes to the output. */
export async function mcp(context: CommandContext): Promise<void> {
  const client = connect(loadStack(context));
  const { version }: { version: string } = JSON.parse(readFileSync(join(context.root, 'package.json'), 'utf8'));
  const serving = serveStdio(() => contentServer({ client, version }), {
    onerror: ({ message }) => context.output.note(message),
  });
  await Promise.race([once(process.stdin, 'end'), once(process.stdin, 'close'), once(context.signal, 'abort')]);
  await serving.close();
  setTimeout(() => process.exit(), GRACE_MS).unref();
}
