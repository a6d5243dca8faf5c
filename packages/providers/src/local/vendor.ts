import type { EmbeddedVendor } from '../spec/adapter.ts';
import { languagesOf } from './catalogue/languages-of.ts';
import { identity } from './identity.ts';
import { localModels } from './local-models.ts';

/** Models that run embedded: no key, no network; their process is started by the first call. */
export const vendor: EmbeddedVendor = {
  ...identity,
  transport: 'embedded',
  environment: {},
  keyRequired: false,
  warm: (model, signal) => localModels.warm(model, { signal }),
  languages: (model) => languagesOf(model, process.env),
  dispose: () => localModels.dispose(),
};
