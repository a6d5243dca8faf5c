import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { OpenApiOptions, referenceRoutes } from '@showrunner/contract';
import type { Handlers } from '@showrunner/service';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { loadReferenceScript } from './reference-script.ts';

type ReferenceForm = Pick<OpenApiOptions, 'dialect' | 'serverUrl'>;

/** `/openapi.json`, `/docs`, and `/`, which leads to the docs. Open to everyone; nothing in them is secret. */
export function referenceHandlers(
  openApiDocument: (form: ReferenceForm) => object,
  publicUrl: string | undefined,
): Handlers<typeof referenceRoutes, unknown> {
  let document: string | undefined;
  return {
    openRoot: ({ reply }) => reply.redirect('/docs'),
    getReferencePage({ reply }) {
      reply.header('content-security-policy', CONTENT_SECURITY_POLICY).header('referrer-policy', 'no-referrer');
      return PAGE;
    },
    getReferenceScript: ({ request, reply }) => sendScript(request, reply),
    getOpenApi({ query: { dialect }, request }) {
      if (dialect === '3.1') return (document ??= JSON.stringify(openApiDocument({ dialect })));
      // Those who import it know no address that it came from.
      const serverUrl = publicUrl?.replace(/\/+$/, '') ?? `${request.protocol}://${request.host}`;
      return JSON.stringify(openApiDocument({ dialect, serverUrl }));
    },
  };
}

async function sendScript(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
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

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Showrunner API reference</title>
  </head>
  <body>
    <script id="api-reference" data-url="/openapi.json" data-configuration="${attribute(CONFIGURATION)}"></script>
    <script src="/docs/reference.js"></script>
  </body>
</html>
`;

/** Every browser does; `gzip;q=0` is how a client says that it does not. */
function acceptsGzip({ headers }: FastifyRequest): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(headers['accept-encoding'] ?? '');
}

function attribute(value: object): string {
  return JSON.stringify(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
