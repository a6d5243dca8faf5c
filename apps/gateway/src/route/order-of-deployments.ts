import type { Deployment } from '../exchange/deployment/deployment.ts';

/** Deployments of one `order`. */
export type Order = readonly Deployment[];

/** By lists of deployments, most of which are as they are until the configuration changes. */
const known = new WeakMap<readonly Deployment[], readonly Order[]>();

/** A group's deployments by their `order`, the lowest first, those without one last. */
export function ordersOf(deployments: readonly Deployment[]): readonly Order[] {
  let orders = known.get(deployments);
  if (!orders) known.set(deployments, (orders = split(deployments)));
  return orders;
}

function split(deployments: readonly Deployment[]): readonly Order[] {
  const [first] = deployments;
  if (deployments.every(({ order }) => order === first?.order)) return [deployments];
  const orders = Map.groupBy(deployments, ({ order = Infinity }) => order);
  return [...orders].toSorted(([one], [other]) => one - other).map(([, list]) => list);
}
