import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { loadReferenceScript } from './reference-script.ts';

/** An API reference as a page. */
export interface ReferencePage {
  readonly title: string;
  /** Where its OpenAPI document is, and the script that shows it: paths of the same server. */
  readonly documentPath: string;
  readonly scriptPath: string;
}

/** The page that shows an API's reference; its head holds the browser to this server. */
export function referencePage({ title, documentPath, scriptPath }: ReferencePage, reply: FastifyReply): string {
  reply.header('content-security-policy', CONTENT_SECURITY_POLICY).header('referrer-policy', 'no-referrer');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
  </head>
  <body>
    <script id="api-reference" data-url="${documentPath}" data-configuration="${attribute(CONFIGURATION)}"></script>
    <script src="${scriptPath}"></script>
  </body>
</html>
`;
}

/** The script of that page, Scalar's, which may be kept for a day. */
export async function sendReferenceScript(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const packed = await loadReferenceScript();
  void reply
    .header('content-type', 'text/javascript; charset=utf-8')
    .header('cache-control', 'public, max-age=86400')
    .header('vary', 'accept-encoding');
  return acceptsGzip(request)
    ? reply.header('content-encoding', 'gzip').send(packed)
    : reply.send(Readable.from([packed]).pipe(createGunzip()));
}

/** The page asks nobody but this server: fonts, proxy, telemetry and the vendor's own services are off. */
const CONFIGURATION = {
  withDefaultFonts: false,
  proxyUrl: '',
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  showDeveloperTools: 'never',
  hideClientButton: true,
};

/** What the configuration says, held by the browser: whatever the script tries, nothing leaves for another host. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Every browser does; `gzip;q=0` is how a client says that it does not. */
function acceptsGzip({ headers }: FastifyRequest): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(headers['accept-encoding'] ?? '');
}

function attribute(value: object): string {
  return JSON.stringify(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
