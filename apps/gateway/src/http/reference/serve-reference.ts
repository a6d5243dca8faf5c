import { referencePage, sendReferenceScript } from '@showrunner/service';
import type { FastifyInstance } from 'fastify';
import { gatewayDocument } from './gateway-document.ts';
import type { ReferencePaths } from './reference-paths.ts';

/** What LiteLLM says at `/` where it shows no page. */
const RUNNING = 'Showrunner gateway: RUNNING';

/** Serves the reference, without a key: nothing in it is secret. `/` shows it too, as in LiteLLM. */
export function serveReference(
  app: FastifyInstance,
  { document, page, redoc, root }: ReferencePaths,
  rootPath: string,
): void {
  if (root !== undefined) app.get('/', (_request, reply) => reply.redirect(root));
  else if (page === undefined) app.get('/', (_request, reply) => reply.send(RUNNING));
  if (document === undefined) return;
  let text: string | undefined;
  app.get(document, (_request, reply) =>
    reply.type('application/json; charset=utf-8').send((text ??= JSON.stringify(gatewayDocument(rootPath)))),
  );
  if (page === undefined) return;
  const shown = {
    title: 'Showrunner gateway',
    documentPath: rootPath + document,
    scriptPath: `${rootPath}${page}/reference.js`,
  };
  for (const path of root === undefined ? ['/', page] : [page]) {
    app.get(path, (_request, reply) => reply.type('text/html; charset=utf-8').send(referencePage(shown, reply)));
  }
  app.get(`${page}/reference.js`, sendReferenceScript);
  if (redoc !== undefined && redoc !== page) app.get(redoc, (_request, reply) => reply.redirect(rootPath + page));
}
