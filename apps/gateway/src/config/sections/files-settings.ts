import { findProvider, type ProviderAdapter, type ProviderSettings } from '@showrunner/providers';
import { Findings } from '../finding.ts';
import { Section, type Reading } from '../reading/section.ts';

/** As whom vendors are asked for files and batches, by their names. */
export type FilesSettings = ReadonlyMap<string, ProviderSettings>;

/** `files_settings`: a list of vendors, each with the `litellm_params` that say where it is and who calls it. */
export const filesSettings = {
  name: 'files_settings',

  /**
   * An entry with an error is out, and the others serve.
   *
   * @param readSettings as `litellm_params` of a model are read
   */
  read(
    file: Section,
    readSettings: (params: Section, vendor: ProviderAdapter) => ProviderSettings,
    reading: Reading,
  ): FilesSettings {
    const settings = new Map<string, ProviderSettings>();
    for (const [index, value] of file.list(filesSettings.name).entries()) {
      const findings = new Findings();
      const entry = new Section(value, `${filesSettings.name}[${index}]`, { ...reading, findings });
      const vendor = readVendor(entry);
      const read = vendor && readSettings(entry, vendor);
      if (vendor && read && !findings.hasErrors && !settings.has(vendor.name)) settings.set(vendor.name, read);
      reading.findings.add(findings);
    }
    return settings;
  },
};

function readVendor(entry: Section): ProviderAdapter | undefined {
  const name = entry.text('custom_llm_provider');
  const vendor = name === undefined ? undefined : findProvider(name);
  if (vendor?.transport === 'http' && vendor.files) return vendor;
  entry.findings.error(
    entry.at('custom_llm_provider'),
    name === undefined ? 'is missing' : `"${name}" keeps no files that are served here`,
    'write a vendor that docs/guides/files-and-batches.md lists',
  );
  return undefined;
}
