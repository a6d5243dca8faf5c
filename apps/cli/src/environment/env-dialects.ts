import type { EnvAssignment } from './env-lines.ts';

interface Dialect {
  readonly applies: (assignment: EnvAssignment) => boolean;
  /** How the readers differ, to be read after the variable's name. */
  readonly difference: string;
}

const isPlain = ({ quote }: EnvAssignment): boolean => quote === undefined;
const withoutRemark = ({ raw }: EnvAssignment): string => raw.replace(/\s+#.*$/, '');

/**
 * What one file says differently to its readers: Node and this program, Docker Compose, and a shell that sources it.
 * Seen with Node 26.10, Compose 5.6 and bash 5.2; a test compares with the real ones.
 */
const dialects: readonly Dialect[] = [
  {
    applies: (assignment) => isPlain(assignment) && /^[^\s#]\S*#/.test(assignment.raw),
    difference: 'has a # that ends the value for Node and belongs to it for Compose',
  },
  {
    applies: ({ raw, quote }) => quote !== "'" && quote !== '`' && /\$(?:[A-Za-z_{$])/.test(raw),
    difference: 'has a $ that Compose and a shell replace and Node does not',
  },
  {
    applies: ({ raw, quote }) => quote === '"' && /\\[^n]/.test(raw),
    difference: 'has a \\ that Compose and a shell read as an escape and Node does not',
  },
  {
    applies: ({ quote }) => quote === '`',
    difference: 'stands in backticks, which are quotation marks for Node, text for Compose and a command for a shell',
  },
  {
    applies: (assignment) => isPlain(assignment) && /[\s;&|<>()`]/.test(withoutRemark(assignment)),
    difference: 'has characters outside quotation marks on which a shell ("source .env") stumbles',
  },
  {
    applies: ({ hasSpaceAroundEquals }) => hasSpaceAroundEquals,
    difference: 'has a space beside its =, on which a shell ("source .env") stumbles',
  },
];

/** How the readers of `.env` differ on an assignment; empty when it means the same to all. */
export function dialectDifferences(assignment: EnvAssignment): string[] {
  return dialects.filter(({ applies }) => applies(assignment)).map(({ difference }) => difference);
}
