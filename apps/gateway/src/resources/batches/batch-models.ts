import { lookUpModel, readBatchPrice, type ModelPrice } from '@showrunner/models';
import type { Deployment } from '../../exchange/deployment/deployment.ts';
import { passedDeployment } from '../../passing/passed-deployment.ts';
import type { Serving } from '../../serving/serving.ts';
import type { Keeper } from '../at-vendors/keeper.ts';

/** Those of the configuration that ask the same vendor for a model: the keeper's own where a model was named. */
export function deploymentsOf(keeper: Keeper, model: string, { router, config }: Serving): readonly Deployment[] {
  const own = router.deployment(keeper.id);
  if (own) return [own];
  return config.deployments.filter(({ adapter, vendorModel }) => adapter === keeper.vendor && vendorModel === model);
}

/** Who stands in the books for a vendor's model, and what a batch of it costs; nothing where no price is known. */
export interface BilledModel {
  readonly deployment: Deployment;
  /** The name by which it is paid for. */
  readonly name: string;
  readonly price: ModelPrice | undefined;
}

/** By what the configuration says of it, else by the bundled table. */
export function billedModel(keeper: Keeper, model: string, serving: Serving): BilledModel {
  const [configured] = deploymentsOf(keeper, model, serving);
  if (configured) return { deployment: configured, name: configured.group, price: readBatchPrice(configured.info) };
  const known = lookUpModel(keeper.vendor.name, model) ?? {};
  const name = `${keeper.vendor.name}/${model}`;
  return {
    deployment: { ...passedDeployment(name, keeper.vendor, keeper.settings), vendorModel: model },
    name,
    price: readBatchPrice(known),
  };
}
