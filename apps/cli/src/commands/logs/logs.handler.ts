import type { LogLine } from '@showrunner/stack';
import type { Command } from 'commander';
import type { CommandContext } from '../../command-context.ts';
import { readableLine } from './readable-line.ts';
import type { Style } from '../../output/output.ts';
import { loadRunningStack } from '../../stack/load-stack.ts';
import { refuseUnknown } from '../../stack/refuse-unknown.ts';

interface LogsOptions {
  readonly follow?: boolean;
  readonly tail?: number;
  readonly since?: string;
  readonly raw?: boolean;
}

/** What is shown of the past before a stream that is followed. */
const FOLLOW_TAIL = 20;

export async function logs(context: CommandContext, command: Command): Promise<void> {
  const { output, signal } = context;
  const options = command.opts<LogsOptions>();
  const { follow = false, raw = false, since } = options;
  const tail = options.tail ?? (follow && since === undefined ? FOLLOW_TAIL : undefined);
  const runtime = await loadRunningStack(context).openRuntime();
  refuseUnknown(runtime, command.args);
  const services = command.args.length === 0 ? runtime.serviceNames : command.args;
  const query = {
    services,
    follow,
    ...(tail === undefined ? {} : { tail }),
    ...(since === undefined ? {} : { since }),
  };
  const show = raw ? ({ text }: LogLine) => text : labelled(services, output.style);

  try {
    for await (const line of runtime.logs(query, signal)) {
      output.line(show(line));
      output.item(line);
      await output.caughtUp();
    }
  } catch (error) {
    // Ctrl+C is how one stops following.
    if (!signal.aborted) throw error;
  }
}

const LABEL_COLOURS = ['accent', 'good', 'warning'] as const;

/** Puts the service's name before its lines, in its colour, where there is more than one. */
function labelled(services: readonly string[], style: Style): (line: LogLine) => string {
  if (services.length === 1) return (line) => readableLine(line, style);
  const width = Math.max(...services.map((name) => name.length));
  return (line) => {
    const colour = LABEL_COLOURS[services.indexOf(line.service) % LABEL_COLOURS.length] ?? 'accent';
    return `${style[colour](line.service.padEnd(width))} ${readableLine(line, style)}`;
  };
}
