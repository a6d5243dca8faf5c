import type { Findings } from '../finding.ts';
import { kindOf, type Mapping } from '../../json/mapping.ts';

/** `include`: further files, relative to the one that names them. It is followed where files are read. */
export const include = {
  name: 'include',

  /** The names that can be names of files. What is wrong stops everything: the rest may hold who may get in. */
  read(file: Mapping, findings: Findings): string[] {
    const written = file.include ?? [];
    if (!Array.isArray(written)) {
      findings.error(
        include.name,
        `is ${kindOf(written)}, not a list of files`,
        'start each file with a dash',
        'everything',
      );
      return [];
    }
    const names = written.filter((name) => typeof name === 'string');
    if (names.length < written.length) {
      findings.error(include.name, 'holds something that is no file', 'name files relative to this one', 'everything');
    }
    return names;
  },
};
