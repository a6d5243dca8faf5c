import type { Metrics } from '@showrunner/service';
import type { MetricsSettings } from '../config/sections/metrics-settings.ts';
import type { LabelDirectory } from '../keys/label-directory.ts';
import { deploymentGauges } from '../observe/metrics/deployment-gauges.ts';
import { GaugeTable } from '../observe/metrics/gauges.ts';
import { holderGauges } from '../observe/metrics/holder-gauges.ts';
import { peopleGauges } from '../observe/metrics/people-gauges.ts';
import type { Tallies } from '../observe/metrics/tallies.ts';
import { UnusedBudgets } from '../observe/metrics/unused-budgets.ts';
import type { Entities } from '../stored/entities/entities.ts';
import type { Serving } from './serving.ts';

export interface WatchPorts {
  readonly tallies: Tallies;
  readonly entities: Entities;
  readonly customers: LabelDirectory;
  /** What serves now. */
  readonly serving: () => Serving;
  /** How many requests are being answered. */
  readonly inFlight: () => number;
}

/** The metrics that a configuration wants told, exchanged where another wants others. */
export class Watch {
  readonly #metrics: Metrics;
  readonly #ports: WatchPorts;
  #settings: MetricsSettings | undefined;
  #gauges: GaugeTable | undefined;

  constructor(metrics: Metrics, ports: WatchPorts) {
    this.#metrics = metrics;
    this.#ports = ports;
  }

  configure(settings: MetricsSettings): void {
    const { tallies, entities, customers, serving, inFlight } = this.#ports;
    tallies.configure(settings);
    if (settings === this.#settings) return;
    this.#settings = settings;
    this.#gauges?.dispose();
    const seen = () => tallies.seen;
    const served = () => {
      const { config, states, minuteLimits, budgets } = serving();
      return {
        deployments: config.deployments,
        stateOf: states.of.bind(states),
        minuteLimits,
        providerBudgets: budgets?.remainingOfProviders() ?? [],
      };
    };
    this.#gauges = new GaugeTable(this.#metrics, settings, [
      ...deploymentGauges(served, seen),
      ...holderGauges({
        seen,
        shared: () => serving().shared,
        customers: () => customers.remembered(),
        showsCustomers: settings.showsEndUsers,
        unused: settings.showsUnusedBudgets ? new UnusedBudgets(entities, settings.mostSeries) : undefined,
      }),
      ...peopleGauges(entities, settings.mostSeries),
      {
        name: 'litellm_in_flight_requests',
        help: 'Requests that are being answered.',
        merge: 'sum',
        read: () => [{ labels: {}, value: inFlight() }],
      },
    ]);
  }

  dispose(): void {
    this.#ports.tallies.dispose();
  }
}
