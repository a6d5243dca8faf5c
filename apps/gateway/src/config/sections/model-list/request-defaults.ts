import type { ProviderAdapter } from '@showrunner/providers';
import { nearestName } from '@showrunner/errors/nearest-name';
import { mappingIn, type Mapping } from '../../../json/mapping.ts';
import { isOwnParameter } from '../../../litellm/own-names.ts';
import { actedOnParams, callersMembers, requestMembers } from './litellm-params.ts';
import { isSecretName } from '../../public-params.ts';
import type { Section } from '../../reading/section.ts';

/** A name that speaks of a price: no vendor has such a member. */
const PRICE = /(^|_)cost(_|$)/;

/** What becomes of one key of `litellm_params` that nothing here acts on. */
interface Verdict {
  readonly isSent: boolean;
  readonly finding?: { readonly level: 'warning' | 'hint'; readonly message: string; readonly fix: string };
}

const SENT: Verdict = { isSent: true };

const NOT_ACTED_ON: Verdict = {
  isSent: false,
  finding: {
    level: 'hint',
    message: "is LiteLLM's own: it is not sent, and this gateway does not act on it",
    fix: 'leave it for LiteLLM, or remove it',
  },
};

/**
 * What is left in `litellm_params` beside what is acted on. Members of a vendor's request are sent where the caller
 * leaves them out, as in LiteLLM, and so is what nobody knows, because vendors have members of their own. LiteLLM's own
 * parameters, prices, secrets and slips of the pen stay here; each is reported with its path.
 */
export function readDefaults(params: Section, { options = [] }: ProviderAdapter): Mapping {
  const own = new Set(options.map(({ name }) => name));
  const defaults: Mapping = {};
  for (const [key, value] of Object.entries(params.values)) {
    if (actedOnParams.includes(key) || own.has(key) || value === undefined || value === null) continue;
    const { isSent, finding } = verdictOn(key);
    if (isSent && key !== EXTRA) defaults[key] = value;
    if (finding) params.findings[finding.level](params.at(key), finding.message, finding.fix);
  }
  // As in OpenAI's Python package, they stand over members of the same name.
  return { ...defaults, ...params.section(EXTRA).values };
}

/** Members of `extra_body`; none of what is no mapping, which `readDefaults` reports. */
export function extraBodyOf({ values }: Section): Mapping {
  return mappingIn(values[EXTRA]) ?? {};
}

/** Its members are members of the request, as in OpenAI's Python package. */
const EXTRA = 'extra_body';

function verdictOn(key: string): Verdict {
  if (requestMembers.has(key)) return SENT;
  if (isOwnParameter(key)) return NOT_ACTED_ON;
  if (callersMembers.has(key)) return withheld('warning', 'is for the caller to say and is not sent', 'remove it');
  if (PRICE.test(key))
    return withheld('warning', 'is no price that LiteLLM has; it is not counted and not sent', 'remove it');
  // A slip in a name of the gateway's own may carry a key; one near a member of a request is a member like it.
  const own = nearestName(key, actedOnParams);
  if (own !== undefined) {
    return withheld('warning', 'is not known and is not sent', `write \`${own}\` if that was meant`);
  }
  if (isSecretName(key)) {
    return withheld('warning', 'is not known here, looks like a secret and is not sent', 'remove it');
  }
  const meant = nearestName(key, requestMembers);
  return {
    isSent: true,
    finding: {
      level: 'warning',
      message: 'is not known here and is sent to the provider as it stands',
      fix: meant === undefined ? 'remove it if the provider does not know it' : `write \`${meant}\` if that was meant`,
    },
  };
}

function withheld(level: 'warning', message: string, fix: string): Verdict {
  return { isSent: false, finding: { level, message, fix } };
}
