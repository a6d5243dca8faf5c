import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { controlAddress, isAlive, isOurs, readState, stateFilePath } from '@showrunner/stack/diagnosis';
import { error, skipped, warning, type Check, type Finding } from '../check.ts';
import { readIn } from '../installation.ts';

export const dataFolder: Check = {
  id: 'data.folder',
  title: "the data folder can be written and is its owner's alone",
  run({ dataFolder: folder, machine }) {
    const found = statSync(folder, { throwIfNoEntry: false });
    if (found === undefined) return skipped('nothing was started yet');
    if (!found.isDirectory())
      return [error('The data folder is a file', 'move it away, or name another folder: DATA_DIR in .env', folder)];
    const findings: Finding[] = [];
    if (!mayWrite(folder))
      findings.push(error('This user may not write into the data folder', `sudo chown -R "$USER" ${folder}`, folder));
    if (machine.platform !== 'win32' && (found.mode & 0o077) !== 0) {
      findings.push(warning('Others on this machine may look into the data folder', `chmod 700 ${folder}`, folder));
    }
    return findings;
  },
};

function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

interface ServerDatabase {
  readonly owner: string;
  readonly file: string;
  /** The file with the server's list of migrations, which names each. */
  readonly history: string;
}

const databases: readonly ServerDatabase[] = [
  { owner: 'gateway', file: 'gateway.sqlite', history: 'apps/gateway/src/stored/migrations/migrations.ts' },
  { owner: 'mpc-api', file: 'mpc-api.sqlite', history: 'apps/mpc-api/src/jobs/migrations/migrations.ts' },
];

const RESTORE = (file: string): string =>
  `stop the stack, move ${file} away (the next start makes a new one), or restore a backup`;

export const databasesOpen: Check = {
  id: 'data.databases',
  title: 'the databases open and are sound',
  deadlineMs: 60_000,
  run({ dataFolder: folder, isDeep }) {
    const present = databases.map(({ file }) => join(folder, file)).filter((file) => existsSync(file));
    if (present.length === 0) return skipped('nothing was started yet');
    return present.flatMap((file) => {
      try {
        using database = new DatabaseSync(file, { readOnly: true });
        const { answer } = database
          .prepare(`SELECT * FROM pragma_${isDeep ? 'integrity_check' : 'quick_check'}`)
          .get() as { answer?: string };
        return answer === undefined || answer === 'ok'
          ? []
          : [error(`The database is damaged: ${answer}`, RESTORE(file), file)];
      } catch (thrown) {
        return [error(`The database does not open: ${(thrown as Error).message}`, RESTORE(file), file)];
      }
    });
  },
};

export const migrationsCurrent: Check = {
  id: 'data.migrations',
  title: 'no database belongs to a newer version',
  run({ dataFolder: folder, root }) {
    const present = databases.filter(({ file }) => existsSync(join(folder, file)));
    if (present.length === 0) return skipped('nothing was started yet');
    return present.flatMap(({ owner, file, history }) => {
      const known = readIn(root, history);
      if (known === undefined) return [];
      const newer = recordedSteps(join(folder, file), owner).filter((step) => !known.includes(step));
      return newer.map((step) =>
        error(
          `The database has step ${step}, which this version does not know`,
          'start the newer version, or restore a backup from before it',
          file,
        ),
      );
    });
  },
};

/** The steps that the database has been through; none where it cannot say. */
function recordedSteps(file: string, owner: string): string[] {
  try {
    using database = new DatabaseSync(file, { readOnly: true });
    const rows = database.prepare('SELECT id FROM showrunner_migrations WHERE owner = ?').all(owner);
    return rows.map(({ id }) => String(id));
  } catch {
    return [];
  }
}

export const leftovers: Check = {
  id: 'data.leftovers',
  title: 'nothing is left of a stack that died',
  async run({ dataFolder: folder }) {
    const fix = 'showrunner up, which goes on from there, or showrunner down, which cleans up';
    const address = controlAddress(folder);
    const hasSocket = existsSync(address);
    if (hasSocket && !isOurs(address)) {
      return [error('The control socket belongs to another user', 'have that user remove it, or set TMPDIR', address)];
    }
    const state = readState(folder);
    if (state === undefined) {
      return existsSync(stateFilePath(folder))
        ? [warning('The state file cannot be read', fix, stateFilePath(folder))]
        : hasSocket
          ? [warning('A control socket is left of a supervisor that died', fix, address)]
          : [];
    }
    if (state.supervisor === undefined || (await isAlive(state.supervisor))) return [];
    const alive = await Promise.all(
      state.services.map(async ({ name, identity }) => (identity && (await isAlive(identity)) ? [name] : [])),
    );
    const running = alive.flat();
    const still = running.length > 0 ? `, and ${running.join(', ')} still run` : '';
    return [warning(`The supervisor (pid ${state.supervisor.pid}) died${still}`, fix, stateFilePath(folder))];
  },
};

/** A stack writes logs for as long as it runs; rotation keeps them under this. */
const LOG_BYTES = 500e6;

export const logSize: Check = {
  id: 'data.logs',
  title: 'the logs do not fill the disk',
  run({ dataFolder: folder }) {
    const logs = join(folder, 'logs');
    if (!existsSync(logs)) return skipped('nothing was started yet');
    const bytes = readdirSync(logs).reduce(
      (sum, file) => sum + (statSync(join(logs, file), { throwIfNoEntry: false })?.size ?? 0),
      0,
    );
    return bytes <= LOG_BYTES ? [] : [warning(`The logs take ${Math.round(bytes / 1e6)} MB`, 'showrunner prune', logs)];
  },
};
