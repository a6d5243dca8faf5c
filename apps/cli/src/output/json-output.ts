import { styleFor } from './style.ts';
import type { Output } from './output.ts';

const silent = { update: () => {}, succeed: () => {}, fail: () => {} };

/** Output for programs: the result, or `{"error": …}`, as one JSON value on stdout. */
export function createJsonOutput(stdout: NodeJS.WriteStream): Output {
  const print = (value: unknown): void => void stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  return {
    format: 'json',
    style: styleFor(stdout),
    width: 80,
    line: () => {},
    caughtUp: () => Promise.resolve(),
    note: () => {},
    table: () => {},
    result: print,
    task: () => silent,
    confirm: () => Promise.resolve(undefined),
    confirmTyping: () => Promise.resolve(undefined),
    problem: (problem) => print({ error: problem }),
  };
}
