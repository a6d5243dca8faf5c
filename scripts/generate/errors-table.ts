import { errorCatalogue, errorCodes } from '../../packages/errors/src/index.ts';
import type { GeneratedFile } from './generated-file.ts';
import { fillIn } from './fill-in.ts';

/** The table of the eleven types inside the hand-written page. */
export const errorsTable: GeneratedFile = {
  path: 'docs/reference/errors.md',
  generator: 'scripts/generate/errors-table.ts',
  content: (current) => fillIn(current, 'error catalogue', table()),
};

function table(): string {
  const rows = errorCodes.map((code) => {
    const { status, message, isRetryable } = errorCatalogue[code];
    return `| \`${code}\` | ${status} | ${message} | ${isRetryable ? 'yes' : 'no'} |`;
  });
  return [
    '| code | status | message, where there is no better one | retry may help |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}
