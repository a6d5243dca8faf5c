import type { Mapping } from '../../json/mapping.ts';
import { Section, type Reading } from '../reading/section.ts';

/** What the entries of `credential_list` bring to deployments that name them, by their names. */
export type Credentials = ReadonlyMap<string, Mapping>;

/** `credential_list`: values of `litellm_params` that several deployments share. */
export const credentialList = {
  name: 'credential_list',

  read(file: Section, reading: Reading): Credentials {
    const credentials = new Map<string, Mapping>();
    for (const [index, entry] of file.list(credentialList.name).entries()) {
      const section = new Section(entry, `${credentialList.name}[${index}]`, reading);
      const name = section.text('credential_name');
      if (name !== undefined) credentials.set(name, section.section('credential_values').values);
    }
    return credentials;
  },
};
