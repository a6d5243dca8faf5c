/** An answer as tests look into it; the members that did not come are undefined all the same. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Record<string, unknown> & { id: string; key: string };
  readonly meta: Record<string, unknown>;
  readonly error: { code: string; message: string; details: { issues: { path: string }[] } & Record<string, unknown> };
}

export type Ask = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answered>;

/** Asks the server at `url` as the holder of a key. */
export const askAs =
  (url: string, key: string): Ask =>
  async (method, path, body, headers) => {
    const response = await fetch(url + path, {
      method,
      headers: {
        'x-api-key': key,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const { data, meta, error } = (text === '' ? {} : JSON.parse(text)) as Answered;
    return { status: response.status, headers: response.headers, data, meta, error };
  };
