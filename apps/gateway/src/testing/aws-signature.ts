import { createHash, createHmac } from 'node:crypto';
import type { RecordedRequest } from '@showrunner/testkit';

const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';

/** AWS's documented example of a key, as a deployment names it. */
export const AWS_IDENTITY = { aws_access_key_id: 'AKIDEXAMPLE', aws_secret_access_key: SECRET };

/** Whether a request bears the signature that AWS's documents ask for ("Create a signed AWS API request", 2026-11). */
export function isSigned(
  { method, path, headers, bytes }: RecordedRequest,
  region: string,
  service = 'bedrock',
): boolean {
  const { authorization = '' } = headers as Record<string, string>;
  const [, day, names = '', signature] =
    /Credential=AKIDEXAMPLE\/(\d{8})\/[\w-]+\/\w+\/aws4_request, SignedHeaders=([\w;-]+), Signature=(\w+)/.exec(
      authorization,
    ) ?? [];
  const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');
  const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
  const fields = names.split(';').map((name) => `${name}:${String(headers[name])}\n`);
  // Every service but S3 encodes the path a second time.
  const canonicalPath = service === 's3' ? path : path.split('/').map(encodeURIComponent).join('/');
  const canonical = [method, canonicalPath, '', fields.join(''), names, sha256(bytes)].join('\n');
  const scope = `${day}/${region}/${service}/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const key = [String(day), region, service, 'aws4_request'].reduce<Buffer | string>(hmac, `AWS4${SECRET}`);
  return hmac(key, toSign).toString('hex') === signature;
}
