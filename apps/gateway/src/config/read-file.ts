import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Findings } from './finding.ts';
import { isMapping, type Mapping } from '../json/mapping.ts';
import { include } from './sections/include.ts';
import { readYaml } from './yaml/read-yaml.ts';

const MAX_INCLUDE_DEPTH = 5;

/** Ten thousand models, written at length. More would hold the event loop, and so all requests, while it is read. */
const MOST_BYTES = 4 * 1024 * 1024;

/** A configuration file with everything that it includes, and which files those were. */
export interface ConfigurationSource {
  values: Mapping;
  files: string[];
}

/** Reads a YAML file and those under its `include`; lists are joined, other sections of the including file win. */
export async function readConfigurationFile(file: string, findings: Findings, depth = 0): Promise<ConfigurationSource> {
  const values = readYaml(await readText(file, findings), file, findings);
  const source: ConfigurationSource = { values, files: [file] };
  for (const name of include.read(values, findings)) {
    if (depth >= MAX_INCLUDE_DEPTH) {
      findings.error(include.name, 'goes round in a circle', 'name files relative to this one', 'everything');
      continue;
    }
    const part = await readConfigurationFile(resolve(dirname(file), name), findings, depth + 1);
    source.values = join(part.values, source.values);
    source.files.push(...part.files);
  }
  return source;
}

async function readText(file: string, findings: Findings): Promise<string> {
  try {
    const { size } = await stat(file);
    if (size <= MOST_BYTES) return await readFile(file, 'utf8');
    findings.error(
      '',
      `the file ${file} has ${size} bytes, and is read up to ${MOST_BYTES}`,
      'leave out what is written twice; wildcards and credential_list say much in few lines',
      'everything',
    );
    return '';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    findings.error(
      '',
      `the file ${file} cannot be read (${code})`,
      'check the path given with --config or CONFIG_FILE_PATH',
      'everything',
    );
    return '';
  }
}

function join(included: Mapping, including: Mapping): Mapping {
  const joined: Mapping = { ...included };
  for (const [key, value] of Object.entries(including)) {
    const other = joined[key];
    if (Array.isArray(other) && Array.isArray(value)) joined[key] = [...other, ...value];
    else joined[key] = isMapping(other) && isMapping(value) ? { ...other, ...value } : value;
  }
  return joined;
}
