import { defineHttpVendor } from '../kit/http-vendor.ts';
import { refusedRequest } from '../kit/failure/failures.ts';
import { withoutTrailingSlashes } from '../kit/request/request-headers.ts';
import type { ProviderSettings } from '../spec/call.ts';
import { ociOption, oracle } from './oci-option.ts';
import { signedByKey } from './sign-request.ts';

/** The version of the API (Oracle's API reference, "Generative AI Service Inference API", 20231130). */
const VERSION = '20231130';

/** LiteLLM's, where nobody says one. */
const DEFAULT_REGION = 'us-ashburn-1';

/** A model that embeds, or an endpoint of one's own. */
const EMBEDS = /(^|\.)embed|^ocid1\./i;

/** Oracle's Generative AI. Each request is signed with the key of a user's (Oracle, "Request Signatures"). */
export const vendor = defineHttpVendor({
  ...oracle,
  environment: {},
  options: [
    { name: 'oci_user', variables: ['OCI_USER'], isSecret: false },
    { name: 'oci_fingerprint', variables: ['OCI_FINGERPRINT'], isSecret: false },
    { name: 'oci_tenancy', variables: ['OCI_TENANCY'], isSecret: false },
    { name: 'oci_key', variables: ['OCI_KEY'], isSecret: true },
    { name: 'oci_key_file', variables: ['OCI_KEY_FILE'], isSecret: false },
    { name: 'oci_compartment_id', variables: ['OCI_COMPARTMENT_ID'], isSecret: false },
    { name: 'oci_region', variables: ['OCI_REGION'], isSecret: false },
    { name: 'oci_serving_mode', variables: [], isSecret: false },
    { name: 'oci_endpoint_id', variables: [], isSecret: false },
  ],
  keyRequired: false,
  defaultApiBase: undefined,
  refuses: (model: string) => (EMBEDS.test(model) ? undefined : 'of Oracle’s models, those that embed are served here'),
  authorise: (request, { settings }) => signedByKey(request, settings),
});

/** Where an action is asked for: in a region, below the domain of the realm that the compartment lies in. */
export function actionUrl(action: string, settings: ProviderSettings): string {
  return `${rootOf(settings)}/${VERSION}/actions/${action}`;
}

function rootOf(settings: ProviderSettings): string {
  const { apiBase } = settings;
  if (apiBase !== undefined) return withoutTrailingSlashes(apiBase).replace(/\/\d{8}(\/actions(\/\w+)?)?$/, '');
  const region = ociOption(settings, 'oci_region') ?? DEFAULT_REGION;
  if (!/^[a-z][a-z0-9-]{0,30}[a-z0-9]$/.test(region)) {
    throw refusedRequest(oracle, 'oci_region is no region of Oracle Cloud, such as us-ashburn-1', 'oci_region');
  }
  const realm = /^ocid1\.[a-z0-9]+\.(oc\d+)\./i.exec(ociOption(settings, 'oci_compartment_id') ?? '')?.[1];
  return `https://inference.generativeai.${region}.oci.${domainOf(realm?.toLowerCase())}`;
}

/** Domains of realms (Oracle's SDK for Python 2.187.0, `oci/regions_definitions.py`); most are named by their number. */
function domainOf(realm: string | undefined): string {
  const named: Readonly<Record<string, string>> = {
    oc1: 'oraclecloud.com',
    oc2: 'oraclegovcloud.com',
    oc3: 'oraclegovcloud.com',
    oc4: 'oraclegovcloud.uk',
    oc19: 'oraclecloud.eu',
  };
  if (realm === undefined) return 'oraclecloud.com';
  return named[realm] ?? `oraclecloud${realm.slice('oc'.length)}.com`;
}
