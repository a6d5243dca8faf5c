import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceReport } from '../control/protocol.ts';
import { isServiceReport } from '../control/read-protocol.ts';
import type { ProcessIdentity } from '../process/process-identity.ts';
import { isListOf, isRecord, isText } from '../unread-value.ts';

/**
 * What the supervisor leaves on the disk while it lives, so that whoever comes after its death knows what it ran, and
 * after its end where something failed. It holds no secrets.
 */
export interface RecordedState {
  /** Absent where it has ended by itself: nothing of it is left to be cleaned up. */
  readonly supervisor?: ProcessIdentity;
  readonly address: string;
  readonly services: readonly RecordedService[];
}

export interface RecordedService extends ServiceReport {
  readonly identity?: ProcessIdentity;
}

export function stateFilePath(dataFolder: string): string {
  return join(dataFolder, 'state.json');
}

/** Keeps a state, or keeps the last one: a full disk costs the record and not the services, which the guard still ends. */
export function writeState(dataFolder: string, state: RecordedState): void {
  const path = stateFilePath(dataFolder);
  const temporary = `${path}.${process.pid}`;
  try {
    writeFileSync(temporary, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
    renameSync(temporary, path);
  } catch (error) {
    complain(path, error);
  }
}

/** After an end in order: what failed stays known, and nothing else is left to tell. */
export function closeState(dataFolder: string, state: Omit<RecordedState, 'supervisor'>): void {
  if (state.services.some((service) => service.state.status === 'failed')) return writeState(dataFolder, state);
  const path = stateFilePath(dataFolder);
  try {
    rmSync(path, { force: true });
  } catch (error) {
    complain(path, error);
  }
}

function complain(path: string, error: unknown): void {
  process.stderr.write(`${path} could not be written: ${error instanceof Error ? error.message : String(error)}\n`);
}

/** The last state that a supervisor wrote; undefined when there is none or it cannot be read. */
export function readState(dataFolder: string): RecordedState | undefined {
  try {
    const state: unknown = JSON.parse(readFileSync(stateFilePath(dataFolder), 'utf8'));
    return isState(state) ? state : undefined;
  } catch {
    return undefined;
  }
}

/** Whether it is whole enough to be believed: another version or a torn write may have left it. */
function isState(value: unknown): value is RecordedState {
  return (
    isRecord(value) &&
    (value.supervisor === undefined || isIdentity(value.supervisor)) &&
    isText(value.address) &&
    isListOf(value.services, isRecordedService)
  );
}

function isRecordedService(value: unknown): value is RecordedService {
  if (!isServiceReport(value)) return false;
  return !('identity' in value) || isIdentity(value.identity);
}

function isIdentity(value: unknown): value is ProcessIdentity {
  return isRecord(value) && typeof value.pid === 'number' && isText(value.born);
}
