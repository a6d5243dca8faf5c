import { Secret } from '@showrunner/service';
import type { Section } from '../../reading/section.ts';

/** A master key that stands in another section. */
export interface MisplacedKey {
  readonly text: string | undefined;
  /** The variable that it names and that is not set. */
  readonly unset: string | undefined;
}

/** `master_key`, else the misplaced one, else `LITELLM_MASTER_KEY`. */
export function readMasterKey(general: Section, misplaced: MisplacedKey): Secret | undefined {
  const { findings } = general;
  const path = general.at('master_key');
  const masterKey = general.text('master_key') ?? misplaced.text ?? general.environment.LITELLM_MASTER_KEY;
  const unset = general.unset('master_key') ?? misplaced.unset;
  if (unset !== undefined) reportUnsetKey(general, unset, masterKey !== undefined);
  if (masterKey?.trim() === '') {
    findings.error(
      path,
      'is empty, which would let everybody in',
      'write a key (os.environ/LITELLM_MASTER_KEY with that variable set), or take the line away',
    );
  }
  if (masterKey === undefined || masterKey === '') return undefined;
  if (!masterKey.startsWith('sk-')) {
    findings.hint(path, 'does not start with sk-, which LiteLLM requires', 'choose one that does');
  }
  return new Secret(masterKey);
}

function reportUnsetKey(general: Section, unset: string, hasOther: boolean): void {
  const path = general.at('master_key');
  const fix = `set ${unset} in the environment or in .env, or take the line away`;
  if (hasOther) {
    general.findings.warning(path, `${unset} is not set; LITELLM_MASTER_KEY is the key`, fix);
  } else {
    const message = `a key is configured, but ${unset} is not set or empty, which would let everybody in`;
    general.findings.error(path, message, fix);
  }
}
