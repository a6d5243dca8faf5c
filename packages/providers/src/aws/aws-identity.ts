import { asString } from '../kit/json.ts';
import type { VendorDescription, VendorOption } from '../spec/adapter.ts';
import type { ProviderSettings } from '../spec/call.ts';
import { ProviderError } from '../spec/error.ts';
import type { AwsIdentity } from './sign-request.ts';

/** LiteLLM's, where nobody says one. */
const DEFAULT_REGION = 'us-west-2';

/** What says as whom AWS is called, and where. */
export const AWS_OPTIONS: readonly VendorOption[] = [
  { name: 'aws_access_key_id', variables: ['AWS_ACCESS_KEY_ID'], isSecret: true },
  { name: 'aws_secret_access_key', variables: ['AWS_SECRET_ACCESS_KEY'], isSecret: true },
  { name: 'aws_session_token', variables: ['AWS_SESSION_TOKEN'], isSecret: true },
  { name: 'aws_region_name', variables: ['AWS_REGION_NAME', 'AWS_REGION', 'AWS_DEFAULT_REGION'], isSecret: false },
];

/** Whose key signs. Throws a 401 that names what is missing. */
export function awsIdentity({ name, title, environment }: VendorDescription, settings: ProviderSettings): AwsIdentity {
  const accessKeyId = awsOption(settings, 'aws_access_key_id');
  const secretAccessKey = awsOption(settings, 'aws_secret_access_key');
  const sessionToken = awsOption(settings, 'aws_session_token');
  if (accessKeyId === undefined || secretAccessKey === undefined) {
    throw new ProviderError({
      kind: 'authentication',
      message: `${title} needs aws_access_key_id and aws_secret_access_key${environment.apiKey ? ', or api_key' : ''}`,
      provider: name,
      status: 401,
      isRetryable: false,
    });
  }
  return { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) };
}

export function awsRegion(settings: ProviderSettings): string {
  return awsOption(settings, 'aws_region_name') ?? DEFAULT_REGION;
}

/** Below which name a region's services are. */
export function awsDomain(region: string): string {
  return region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
}

/** One of AWS's settings. */
export function awsOption({ options }: ProviderSettings, name: string): string | undefined {
  return asString(options?.[name]) || undefined;
}
