/** A bucket, and what the names of all objects begin with that are written to it: nothing, or a folder with its last slash. */
export interface Bucket {
  readonly bucket: string;
  readonly before: string;
}

/** A bucket as it is configured, which may be named with a folder: `s3://bucket/teams/a`, `bucket/teams/a`. */
export function bucketNamed(name: string, scheme: 's3' | 'gs'): Bucket {
  const address = name.startsWith(`${scheme}://`) ? name.slice(`${scheme}://`.length) : name;
  const [bucket = '', ...before] = address.split('/').filter(Boolean);
  return { bucket, before: before.map((part) => `${part}/`).join('') };
}
