import type { ContainerForm } from './container-form.ts';
import type { ServiceDefinition } from './service-definition.ts';
import type { LocalSettings } from './services/stack-settings.ts';

/**
 * A service in all its forms, each in terms of its platform; a file of `services/` is one. A further platform is a
 * further member here, and every service says what it is there.
 */
export interface Service {
  readonly name: string;
  /** As processes of this machine; none where it does not run there. */
  readonly local: (settings: LocalSettings) => readonly ServiceDefinition[];
  readonly container: ContainerForm;
}
