import type { OpenApiOptions, referenceRoutes } from '@showrunner/contract';
import { referencePage, sendReferenceScript, type Handlers } from '@showrunner/service';

type ReferenceForm = Pick<OpenApiOptions, 'dialect' | 'serverUrl'>;

/** `/openapi.json`, `/docs`, and `/`, which leads to the docs. Open to everyone; nothing in them is secret. */
export function referenceHandlers(
  openApiDocument: (form: ReferenceForm) => object,
  publicUrl: string | undefined,
): Handlers<typeof referenceRoutes, unknown> {
  let document: string | undefined;
  return {
    openRoot: ({ reply }) => reply.redirect('/docs'),
    getReferencePage: ({ reply }) => referencePage(PAGE, reply),
    getReferenceScript: ({ request, reply }) => sendReferenceScript(request, reply),
    getOpenApi({ query: { dialect }, request }) {
      if (dialect === '3.1') return (document ??= JSON.stringify(openApiDocument({ dialect })));
      // Those who import it know no address that it came from.
      const serverUrl = publicUrl?.replace(/\/+$/, '') ?? `${request.protocol}://${request.host}`;
      return JSON.stringify(openApiDocument({ dialect, serverUrl }));
    },
  };
}

const PAGE = { title: 'Showrunner API reference', documentPath: '/openapi.json', scriptPath: '/docs/reference.js' };
