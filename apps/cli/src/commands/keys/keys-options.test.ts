import { expect, test } from 'vitest';
import { keysCommand } from './keys.command.ts';

test.each(['five', '-5', '', '5 USD', '1e400'])(
  'a daily cost of %j is refused and makes no key without a limit',
  (text) => {
    const create = keysCommand().commands.find((command) => command.name() === 'create');
    create?.exitOverride().configureOutput({ writeErr: () => {} });
    expect(() => create?.parse(['n8n', '--daily-cost', text], { from: 'user' })).toThrow(
      /It takes a number, 0 or more/,
    );
  },
);
