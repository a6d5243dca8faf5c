/** Where the reference is shown, each nothing where it is not: LiteLLM's variables of the same names. */
export interface ReferencePaths {
  readonly document: string | undefined;
  readonly page: string | undefined;
  /** Leads to the page. */
  readonly redoc: string | undefined;
  /** Where `/` leads, in place of the page. */
  readonly root: string | undefined;
}

/** What of LiteLLM's variables is set (`proxy/utils.py`, `_get_docs_url` and those beside it, 1.108.7). */
export interface ReferenceSettings {
  readonly DOCS_URL?: string | undefined;
  readonly NO_DOCS?: boolean | undefined;
  readonly REDOC_URL?: string | undefined;
  readonly NO_REDOC?: boolean | undefined;
  readonly OPENAPI_URL?: string | undefined;
  readonly NO_OPENAPI?: boolean | undefined;
  readonly ROOT_REDIRECT_URL?: string | undefined;
}

const USUAL = { page: '/docs', redoc: '/redoc', document: '/openapi.json' };

/** A path that is named counts more than a switch that says there is none. Without a document there is nothing to show. */
export function referencePaths(settings: ReferenceSettings): ReferencePaths {
  const document = settings.OPENAPI_URL ?? (settings.NO_OPENAPI ? undefined : USUAL.document);
  // LiteLLM's page is at `/` where nobody says another, where this one is as well.
  const named = settings.DOCS_URL === '/' ? USUAL.page : settings.DOCS_URL;
  const page = document === undefined ? undefined : (named ?? (settings.NO_DOCS ? undefined : USUAL.page));
  const redoc = page === undefined ? undefined : (settings.REDOC_URL ?? (settings.NO_REDOC ? undefined : USUAL.redoc));
  return { document, page, redoc, root: settings.ROOT_REDIRECT_URL };
}
