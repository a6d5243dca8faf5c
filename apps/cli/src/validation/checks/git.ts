import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readEnvText } from '../../environment/env-file.ts';
import { error, skipped, type Check, type Outcome } from '../check.ts';
import type { Installation } from '../installation.ts';
import { runProgram, type ProgramResult } from '../../run-program.ts';

function git(
  { root, environment }: Installation,
  argv: readonly string[],
  signal: AbortSignal,
  input = '',
): Promise<ProgramResult> {
  return runProgram('git', argv, { cwd: root, env: environment, signal, input });
}

function inRepository({ root }: Installation, run: () => Promise<Outcome>): Outcome | Promise<Outcome> {
  return existsSync(join(root, '.git')) ? run() : skipped('this is no git checkout');
}

export const envUntracked: Check = {
  id: 'git.env',
  title: 'git does not track .env',
  run: (installation, signal) =>
    inRepository(installation, async () => {
      const tracked = await git(installation, ['ls-files', '--', '.env'], signal);
      if (tracked.exitCode === undefined) return skipped('there is no git program');
      if (tracked.exitCode !== 0) return skipped(`git refuses: ${tracked.stderr.trim().split('\n')[0] ?? ''}`);
      if (tracked.stdout.trim() !== '') {
        return [
          error(
            'git tracks .env, and whoever has the repository has the keys',
            'git rm --cached .env, commit, and replace every key in it',
            '.env',
          ),
        ];
      }
      const ignored = await git(installation, ['check-ignore', '--quiet', '.env'], signal);
      return ignored.exitCode === 0
        ? []
        : [
            error(
              'git does not ignore .env: the next "git add ." takes it',
              'write .env into .gitignore',
              '.gitignore',
            ),
          ];
    }),
};

/** Shorter values stand in files by chance. */
const LEAST_SECRET = 12;
const SECRET_NAME = /(_KEY|_PASSWORD|_SECRET|_TOKEN)$/;

export const noTrackedSecrets: Check = {
  id: 'git.secrets',
  title: 'no secret of .env stands in a tracked file',
  run: (installation, signal) =>
    inRepository(installation, async () => {
      const { envFile } = installation;
      if (envFile.status !== 'read') return skipped('there is no .env');
      const secrets = Object.entries(readEnvText(envFile.text)).filter(
        ([name, value]) => SECRET_NAME.test(name) && value.length >= LEAST_SECRET && !value.includes('\n'),
      );
      if (secrets.length === 0) return [];
      // The secrets are told on standard input: arguments are shown to every user of the machine.
      const patterns = secrets.map(([, value]) => `${value}\n`).join('');
      const { exitCode, stdout } = await git(installation, ['grep', '-I', '-l', '-F', '-f', '-'], signal, patterns);
      if (exitCode === undefined || exitCode > 1) return skipped('git cannot search here');
      return stdout
        .split('\n')
        .filter(Boolean)
        .map((file) =>
          error(
            `A secret of .env stands in ${file}, which git tracks`,
            'take it out, and replace the secret: it is in the history',
            file,
          ),
        );
    }),
};
