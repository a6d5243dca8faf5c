import type { Finding } from '../../config/finding.ts';
import type { StoredModel } from '../../config/stored-configuration.ts';
import type { AskedModel } from '../../keys/grants/model-grants.ts';
import { askedModel } from '../../route/asked-model.ts';
import type { Gateway } from '../../serving/gateway.ts';
import type { Entities } from '../../stored/entities/entities.ts';
import type { StoredSecrets } from '../../stored/secrets/stored-secrets.ts';

/** What the management of stored models and credentials goes by. */
export interface StoredPorts {
  readonly entities: Entities;
  readonly secrets: Pick<StoredSecrets, 'box'>;
  /** `store_model_in_db`. */
  readonly storesModels: () => boolean;
  /** Whether the configuration file has a deployment with this id. */
  readonly isOfFile: (id: string) => boolean;
  /** Which models a name means now, and whose they are; nothing where nobody answers to it. */
  readonly describe: (name: string) => AskedModel | undefined;
  /** Why a model could not serve beside the others. */
  readonly findingsOf: (model: StoredModel) => Promise<readonly Finding[]>;
  /** Serves what is stored by now. */
  readonly serve: () => Promise<void>;
}

export function storedPorts(gateway: Gateway): StoredPorts {
  return {
    entities: gateway.entities,
    secrets: gateway.secrets,
    storesModels: () => gateway.storesModels,
    isOfFile: (id) => gateway.current.router.deployment(id) !== undefined,
    describe(name) {
      const { router } = gateway.current;
      return router.serves(name) ? askedModel(router, name) : undefined;
    },
    findingsOf: (model) => gateway.findingsOf(model),
    serve: () => gateway.serveStored(),
  };
}
