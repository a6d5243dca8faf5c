import { error, skipped, warning, type Check } from '../check.ts';
import { envLines } from '../../environment/env-lines.ts';

const absent = skipped('there is no .env');

export const envPresent: Check = {
  id: 'env.present',
  title: '.env is here and can be read',
  run({ envFile, envPath }) {
    if (envFile.status === 'absent') return [error('There is no .env', 'showrunner init', envPath)];
    if (envFile.status === 'unreadable') return [error(envFile.what, envFile.fix, envPath)];
    return envFile.text.trim() === '' ? [error('.env is empty', 'showrunner init, which fills it in', envPath)] : [];
  },
};

export const envMode: Check = {
  id: 'env.mode',
  title: ".env is its owner's alone",
  run({ envFile, envPath, machine }) {
    if (envFile.status !== 'read') return absent;
    if (machine.platform === 'win32') return skipped('Windows has no such modes');
    if ((envFile.mode & 0o077) === 0) return [];
    const mode = envFile.mode.toString(8).padStart(4, '0');
    return [error(`Others on this machine may read .env (mode ${mode})`, 'chmod 600 .env', envPath)];
  },
};

export const envForm: Check = {
  id: 'env.form',
  title: 'every line of .env is a setting or a remark',
  run({ envFile, envPath }) {
    if (envFile.status !== 'read') return absent;
    const { unterminated, strange, joined } = envLines(envFile.text);
    const at = (line: number): string => `${envPath}:${line}`;
    return [
      ...unterminated.map((line) =>
        error(`Line ${line} opens a quotation mark that nothing closes`, 'close it', at(line)),
      ),
      ...strange.map((line) => error(`Line ${line} is no setting`, 'write NAME=value, or # before a remark', at(line))),
      ...joined.map((line) =>
        error(
          `Line ${line} has a carriage return inside, which joins what stands before and behind it to one value`,
          "sed -i 's/\\r$//; s/\\r/\\n/g' .env",
          at(line),
        ),
      ),
      ...(envFile.text.startsWith('\uFEFF')
        ? [
            warning(
              '.env begins with a byte order mark, which hides its first line from "node --env-file" and from shells',
              'save it as UTF-8 without BOM',
              envPath,
            ),
          ]
        : []),
      ...(/\r(\n|$)/.test(envFile.text)
        ? [
            warning(
              '.env has Windows line ends, which "source .env" takes into the values',
              "sed -i 's/\\r$//' .env",
              envPath,
            ),
          ]
        : []),
    ];
  },
};

export const envDuplicates: Check = {
  id: 'env.duplicates',
  title: 'no variable stands in .env twice',
  run({ envFile, envPath }) {
    if (envFile.status !== 'read') return absent;
    const byName = Map.groupBy(envLines(envFile.text).assignments, ({ name }) => name);
    return [...byName]
      .filter(([, places]) => places.length > 1)
      .map(([name, places]) => {
        const lines = places.map(({ line }) => line).join(', ');
        return warning(`${name} stands in lines ${lines}; the last one counts`, 'keep one of them', envPath);
      });
  },
};
