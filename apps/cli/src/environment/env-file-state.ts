import { readFileSync, statSync } from 'node:fs';
import { OperatorError } from '@showrunner/stack';

/** A settings file is a few kB; one that is larger is something else. */
const LARGEST_BYTES = 1024 * 1024;

export type EnvFileState =
  | { readonly status: 'absent' }
  | { readonly status: 'unreadable'; readonly what: string; readonly fix: string }
  /** `mode`: the permission bits. */
  | { readonly status: 'read'; readonly text: string; readonly mode: number };

/** Looks at what lies where `.env` belongs; never throws. */
export function inspectEnvFile(path: string): EnvFileState {
  try {
    const { mode, size } = statSync(path);
    if (size > LARGEST_BYTES) {
      return { status: 'unreadable', what: '.env is larger than 1 MiB', fix: 'put settings alone into it' };
    }
    return { status: 'read', text: readFileSync(path, 'utf8'), mode: mode & 0o777 };
  } catch (error) {
    return whyUnreadable(error as NodeJS.ErrnoException);
  }
}

function whyUnreadable({ code, message }: NodeJS.ErrnoException): EnvFileState {
  if (code === 'ENOENT') return { status: 'absent' };
  if (code === 'EISDIR') {
    return {
      status: 'unreadable',
      what: '.env is a folder (Docker makes one where a file that it is to mount is missing)',
      fix: 'remove the folder, then run: showrunner init',
    };
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return {
      status: 'unreadable',
      what: 'This user may not read .env',
      fix: 'make it yours: sudo chown "$USER" .env',
    };
  }
  return {
    status: 'unreadable',
    what: `.env cannot be read: ${message}`,
    fix: 'move it away, then run: showrunner init',
  };
}

/**
 * The text of `.env`; empty when there is none.
 *
 * @throws {OperatorError} when something lies there that cannot be read.
 */
export function readEnvFile(path: string): string {
  const state = inspectEnvFile(path);
  if (state.status === 'read') return state.text;
  if (state.status === 'absent') return '';
  throw new OperatorError({ what: state.what, where: path, fix: state.fix });
}
