import { drained } from './drained.ts';
import { styleFor } from './style.ts';
import type { Output } from './output.ts';

const silent = { update: () => {}, succeed: () => {}, fail: () => {} };

/**
 * Output for programs on stdout: the result as one JSON value, or many items as a line of JSON each. What went wrong is
 * `{"error": …}`, a line too, so that it can end either.
 */
export function createJsonOutput(stdout: NodeJS.WriteStream): Output {
  const print = (json: string): void => void stdout.write(`${json}\n`);
  return {
    format: 'json',
    style: styleFor(stdout),
    noteStyle: styleFor(stdout),
    width: 80,
    line: () => {},
    caughtUp: () => drained(stdout),
    note: () => {},
    table: () => {},
    result: (value) => print(JSON.stringify(value, null, 2)),
    item: (value) => print(JSON.stringify(value)),
    task: () => silent,
    confirm: () => Promise.resolve(undefined),
    confirmTyping: () => Promise.resolve(undefined),
    problem: (problem) => print(JSON.stringify({ error: problem })),
  };
}
