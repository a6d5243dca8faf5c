import { ProviderError } from '../spec/error.ts';
import { findModel, knownModelNames, type ModelFile } from './catalogue/find-model.ts';
import type { LoadSettings } from './child/messages.ts';
import { ensureRuntime } from './install/ensure-runtime.ts';
import { unavailable } from './to-provider-error.ts';
import { identity } from './identity.ts';

/** For a file of the user's own; the models of the catalogue name theirs. */
const OWN_FILE_CONTEXT_TOKENS = 8192;

/** What is needed to load a model that is called by this name; installs the runtime where it is not there yet. */
export async function locateModel(name: string, signal: AbortSignal): Promise<LoadSettings> {
  const file = (await findModel(name)) ?? refuseUnknown(name);
  return {
    ...(await ensureRuntime({ signal })),
    modelPath: file.path,
    contextTokens: file.catalogue?.contextTokens ?? OWN_FILE_CONTEXT_TOKENS,
  };
}

/** A known model may still be on its way (the demo starts the servers while it downloads); another name never comes. */
function refuseUnknown(name: string): ModelFile {
  const known = knownModelNames();
  if (known.includes(name)) {
    const pull = name === 'auto' ? 'models pull' : `models pull ${name}`;
    throw unavailable(new Error(`the model ${name} is not on this machine (yet). Fetch it with: showrunner ${pull}`));
  }
  throw new ProviderError({
    kind: 'not_found',
    message: `${identity.title}: there is no model ${name}. Known here: ${known.join(', ')}.`,
    provider: identity.name,
    status: 404,
    isRetryable: false,
  });
}
