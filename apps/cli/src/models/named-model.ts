import { findCatalogueModel, localModelId, modelCatalogue, type CatalogueModel } from '@showrunner/providers/local';
import { OperatorError } from '@showrunner/stack';

/**
 * The model of the catalogue that goes by this name, with or without `local/`.
 *
 * @throws {OperatorError} with the names that there are
 */
export function namedModel(given: string): CatalogueModel {
  const model = findCatalogueModel(localModelId(given));
  if (model !== undefined) return model;
  throw new OperatorError({
    what: `There is no model "${given}" in the catalogue`,
    fix: `choose one of: ${modelCatalogue.map(({ id }) => id).join(', ')}`,
  });
}
