import type { ClientHttp2Session, IncomingHttpHeaders } from 'node:http2';

/** A call of one method with one message, and one message back, which nobody reads. */
export interface GrpcCall {
  /** The server's. */
  readonly url: string;
  /** `/package.Service/Method`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly message: Buffer;
}

/**
 * Calls a gRPC server over HTTP/2 (grpc.github.io, "gRPC over HTTP2"). Resolves with its status, 0 where all is well;
 * rejects where it is not reached, or does not speak gRPC.
 */
export async function callGrpc({ url, path, headers, message }: GrpcCall, signal: AbortSignal): Promise<number> {
  const { connect } = await import('node:http2');
  const session = connect(url);
  try {
    return await exchange(session, { path, headers, message }, signal);
  } finally {
    session.close();
  }
}

/** Whether it is compressed, and how long it is. */
const PREFIX_BYTES = 5;

function exchange(
  session: ClientHttp2Session,
  { path, headers, message }: Omit<GrpcCall, 'url'>,
  signal: AbortSignal,
): Promise<number> {
  return new Promise((resolve, reject) => {
    session.once('error', reject);
    const stream = session.request(
      { ...headers, ':method': 'POST', ':path': path, 'content-type': 'application/grpc+proto', te: 'trailers' },
      { signal },
    );
    const read = (found: IncomingHttpHeaders): void => {
      const status = found['grpc-status'];
      if (status !== undefined) resolve(Number(status));
    };
    stream.on('response', read).on('trailers', read).on('error', reject);
    stream.on('close', () => reject(new Error('it does not speak gRPC')));
    stream.resume();
    const prefix = Buffer.alloc(PREFIX_BYTES);
    prefix.writeUInt32BE(message.length, 1);
    stream.end(Buffer.concat([prefix, message]));
  });
}
