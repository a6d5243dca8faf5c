import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { error, skipped, warning, type Check } from '../check.ts';
import type { Installation } from '../installation.ts';

/** The keys of this installation; providers' keys are made by providers. */
const OWN = ['LITELLM_MASTER_KEY', 'MPC_API_KEY', 'REDIS_PASSWORD'] as const;
/** 16 letters and digits are 95 bits: more than anybody guesses. */
const LEAST_LENGTH = 16;
const LEAST_DIFFERENT = 8;
/** Words of at least six letters, which chance does not put into a generated key. */
const PLACEHOLDER = /change.?me|your[_-]|example|placeholder|secret|password|…|^<.*>$/i;
/** Characters that end a part of a URL, a shell word or a YAML scalar (database URLs break on them first). */
const BREAKS_URLS = /[%@:/&#?$\s"'`\\]/;

const ANEW = (name: string): string => `empty it (${name}=) and run "showrunner init", which makes one`;

/** The keys that are set here, each once. */
function ownSecrets({ settings }: Installation): { readonly name: string; readonly value: string }[] {
  return OWN.map((name) => ({ name, value: settings[name] ?? '' })).filter(({ value }) => value !== '');
}

export const secretsPresent: Check = {
  id: 'secrets.present',
  title: 'the installation has its keys',
  run({ envFile, settings }) {
    if (envFile.status !== 'read') return skipped('there is no .env');
    return OWN.filter((name) => !settings[name] && !settings[`${name}_FILE`]).map((name) =>
      error(`${name} is not set`, 'showrunner init, which makes one', '.env'),
    );
  },
};

export const secretsStrength: Check = {
  id: 'secrets.strength',
  title: 'nobody guesses the keys',
  run: (installation) =>
    ownSecrets(installation).flatMap(({ name, value }) => {
      const core = value.replace(/^sk-/, '');
      if (PLACEHOLDER.test(core)) return [error(`${name} is a placeholder`, ANEW(name), '.env')];
      if (core.length < LEAST_LENGTH) {
        return [error(`${name} has ${core.length} characters; ${LEAST_LENGTH} are the least`, ANEW(name), '.env')];
      }
      const different = new Set(core).size;
      return different < LEAST_DIFFERENT
        ? [error(`${name} has only ${different} different characters`, ANEW(name), '.env')]
        : [];
    }),
};

export const masterKeyForm: Check = {
  id: 'secrets.master-key',
  title: 'the master key has the form that clients expect',
  run({ settings }) {
    const { LITELLM_MASTER_KEY: key = '' } = settings;
    return key === '' || key.startsWith('sk-')
      ? []
      : [
          warning(
            'LITELLM_MASTER_KEY does not begin with sk-, and LiteLLM refuses such a key',
            ANEW('LITELLM_MASTER_KEY'),
            '.env',
          ),
        ];
  },
};

export const secretsDistinct: Check = {
  id: 'secrets.distinct',
  title: 'every door has a key of its own',
  run(installation) {
    const byValue = Map.groupBy(ownSecrets(installation), ({ value }) => value);
    return [...byValue.values()]
      .filter((same) => same.length > 1)
      .map((same) => {
        const names = same.map(({ name }) => name);
        return error(`${names.join(' and ')} are the same: who has one opens both`, ANEW(names[1] ?? ''), '.env');
      });
  },
};

export const secretsInUrls: Check = {
  id: 'secrets.characters',
  title: 'the keys survive URLs, shells and YAML',
  run: (installation) =>
    ownSecrets(installation)
      .filter(({ value }) => BREAKS_URLS.test(value))
      .map(({ name }) =>
        warning(
          `${name} has characters that break URLs and shells`,
          `use letters and digits alone: ${ANEW(name)}`,
          '.env',
        ),
      ),
};

export const secretFiles: Check = {
  id: 'secrets.files',
  title: "files that hold secrets are here and their owner's alone",
  run({ settings, root, machine }) {
    return Object.entries(settings).flatMap(([name, path]) => {
      if (!/_(KEY|PASSWORD|SECRET|URL)_FILE$/.test(name) || !path) return [];
      const file = resolve(root, path);
      if (!existsSync(file)) return [error(`${name} names a file that is not there`, 'correct the path', file)];
      const isOpen = machine.platform !== 'win32' && (statSync(file).mode & 0o007) !== 0;
      return isOpen
        ? [warning(`Everybody on this machine may read the file of ${name}`, `chmod 600 ${file}`, file)]
        : [];
    });
  },
};
