import { Findings } from '../finding.ts';
import type { Mapping } from '../../json/mapping.ts';
import { Section, type Reading } from '../reading/section.ts';

/** What an entry of `credential_list` brings to the deployments that name it. */
export interface Credential {
  /** Where its values are written. */
  readonly path: string;
  readonly values: Mapping;
  /** It has an error: whoever names it cannot be called. */
  readonly isWrong: boolean;
}

export type Credentials = ReadonlyMap<string, Credential>;

/** `credential_list`: values of `litellm_params` that several deployments share, by a name. */
export const credentialList = {
  name: 'credential_list',

  /** @param stored those of the database, by their names: the file's come first, as in LiteLLM */
  read(file: Section, reading: Reading, stored: ReadonlyMap<string, Mapping>): Credentials {
    const credentials = new Map<string, Credential>(
      [...stored].map(([name, values]) => [name, { path: `stored_credentials[${name}]`, values, isWrong: false }]),
    );
    for (const [index, entry] of file.list(credentialList.name).entries()) {
      const findings = new Findings();
      const section = new Section(entry, `${credentialList.name}[${index}]`, { ...reading, findings });
      const name = readName(section);
      const { path, values } = section.section('credential_values');
      if (name !== undefined) credentials.set(name, { path, values, isWrong: findings.hasErrors });
      reading.findings.add(findings);
    }
    return credentials;
  },
};

function readName(entry: Section): string | undefined {
  const name = entry.text('credential_name');
  if (!entry.has('credential_name')) {
    entry.findings.error(entry.at('credential_name'), 'is missing', 'write the name that models refer to');
  }
  return name;
}
