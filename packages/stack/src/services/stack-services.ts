import type { ServiceDefinition } from '../service-definition.ts';
import { gatewayService } from './gateway.ts';
import { mpcApiService } from './mpc-api.ts';
import type { StackSettings } from './stack-settings.ts';

/** The services of the stack. */
export function stackServices(settings: StackSettings): ServiceDefinition[] {
  return [gatewayService(settings), mpcApiService(settings)];
}
