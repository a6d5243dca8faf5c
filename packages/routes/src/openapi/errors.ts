import { errorCatalogue, statusOfReason } from '@showrunner/errors';
import type { Route, RouteError } from '../route.ts';
import type { ErrorDescription } from './api-description.ts';
import { schemaReference, type Components } from './components.ts';
import { schemaOf, type Json } from './schemas.ts';

/** The answers of a route that did not go well, by status: codes that share one are one answer. */
export function errorsOf(route: Route, errors: ErrorDescription, components: Components): Json {
  const possible = new Set([
    ...errors.always,
    ...(route.scope === null ? [] : errors.ofKeys),
    ...(route.body === undefined ? [] : errors.ofBodies),
    ...(route.once ? (['VALIDATION_ERROR', 'conflict'] as const) : []),
    ...route.errors,
  ]);
  const forms = formsOf(route, errors, components);
  return Object.fromEntries(
    [...Map.groupBy(possible, statusOf)].map(([status, group]) => [
      status,
      {
        description: errors.words?.(status) ?? group.map(wordsOf).join(' '),
        content: contentOf(group, forms, components),
      },
    ]),
  );
}

function formsOf({ errorForm }: Route, { forms }: ErrorDescription, components: Components): ErrorDescription['forms'] {
  if (errorForm === undefined) return forms;
  components.addSchema(errorForm.name, schemaOf(errorForm.schema, 'output'));
  return { 'application/json': errorForm };
}

function contentOf(group: readonly RouteError[], forms: ErrorDescription['forms'], components: Components): Json {
  return Object.fromEntries(
    Object.entries(forms).map(([mediaType, { name }]) => {
      const shown = group.flatMap((error) => {
        const example = components.exampleOf(error, mediaType);
        return example === undefined ? [] : [[error, example] as const];
      });
      const examples = shown.length === 0 ? {} : { examples: Object.fromEntries(shown) };
      return [mediaType, { schema: schemaReference(name), ...examples }];
    }),
  );
}

function isCode(error: RouteError): error is keyof typeof errorCatalogue {
  return error in errorCatalogue;
}

function statusOf(error: RouteError): number {
  return isCode(error) ? errorCatalogue[error].status : statusOfReason(error);
}

function wordsOf(error: RouteError): string {
  return isCode(error)
    ? `${error}: ${errorCatalogue[error].message}`
    : `BAD_REQUEST: \`details.reason\` is \`${error}\`.`;
}
