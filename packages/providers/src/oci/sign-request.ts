import { createHash, createPrivateKey, sign, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { unauthorised } from '../kit/failure/failures.ts';
import type { ProviderSettings, VendorRequest } from '../spec/call.ts';
import { ociOption, oracle } from './oci-option.ts';

/** What is signed, in this order (Oracle, "Request Signatures", 2026-11: of requests with a body all of these). */
const SIGNED = ['date', '(request-target)', 'host', 'content-length', 'content-type', 'x-content-sha256'] as const;

/** A request with Oracle's signature over it. Rejects with a 401 where nobody can be signed for. */
export async function signedByKey(request: VendorRequest, settings: ProviderSettings): Promise<VendorRequest> {
  const { host, pathname, search } = new URL(request.url);
  const [user, fingerprint, tenancy] = ['oci_user', 'oci_fingerprint', 'oci_tenancy'].map((name) =>
    needed(settings, name),
  );
  const key = await keyOf(settings);
  const headers: Record<string, string> = {
    ...request.headers,
    date: new Date().toUTCString(),
    host,
    'content-type': request.headers['content-type'] ?? 'application/json',
    'x-content-sha256': createHash('sha256').update(request.body).digest('base64'),
  };
  const values: Readonly<Record<string, string>> = {
    ...headers,
    '(request-target)': `${request.method.toLowerCase()} ${pathname}${search}`,
    'content-length': String(Buffer.byteLength(request.body)),
  };
  const text = SIGNED.map((name) => `${name}: ${values[name]}`).join('\n');
  const signature = sign('RSA-SHA256', Buffer.from(text), key).toString('base64');
  const keyId = `${tenancy}/${user}/${fingerprint}`;
  const names = SIGNED.join(' ');
  headers.authorization = `Signature version="1",keyId="${keyId}",algorithm="rsa-sha256",headers="${names}",signature="${signature}"`;
  return { ...request, headers };
}

function needed(settings: ProviderSettings, name: string): string {
  const value = ociOption(settings, name);
  if (value === undefined) throw unauthorised(oracle, new Error(`${name} is needed (${name.toUpperCase()})`));
  return value;
}

/** Keys that were read, by their text, or the path of their file: reading one takes longer than signing. */
const known = new Map<string, KeyObject>();
const MOST_KNOWN = 100;

async function keyOf(settings: ProviderSettings): Promise<KeyObject> {
  const text = ociOption(settings, 'oci_key');
  const file = ociOption(settings, 'oci_key_file');
  const source = text ?? file;
  if (source === undefined)
    throw unauthorised(oracle, new Error('oci_key or oci_key_file is needed (OCI_KEY, OCI_KEY_FILE)'));
  const found = known.get(source);
  if (found) return found;
  let key: KeyObject;
  try {
    // In variables, line breaks are often written out.
    key = createPrivateKey(text?.replaceAll('\\n', '\n') ?? (await readFile(source, 'utf8')));
  } catch {
    throw unauthorised(
      oracle,
      new Error(`${text === undefined ? 'oci_key_file' : 'oci_key'} holds no private key in PEM`),
    );
  }
  if (key.asymmetricKeyType !== 'rsa') throw unauthorised(oracle, new Error('the key is no RSA key'));
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(source, key);
  return key;
}
