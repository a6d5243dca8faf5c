import type { Caller } from '@showrunner/access';
import { ADMINISTRATOR_ID } from '../admit/administrator.ts';
import type { SpendingSettings } from '../config/spending-settings.ts';
import type { GatewayConfig } from '../config/gateway-config.ts';
import { VirtualKey } from '../keys/virtual-key.ts';
import type { Callbacks } from '../observe/callbacks/callbacks.ts';
import type { AskedModel } from '../keys/grants/model-grants.ts';
import type { Gateway } from '../serving/gateway.ts';
import type { Entities } from '../stored/entities/entities.ts';
import type { CallbackPorts } from './callbacks/kept-callbacks.ts';
import { askedModel } from '../route/asked-model.ts';

/** What the management of keys, teams and users goes by. */
export interface ManagementPorts {
  readonly entities: Entities;
  /** By what a model's name may be granted now. */
  readonly describe: (name: string) => AskedModel;
  /** Whether somebody would answer to a name, by whichever of its names. */
  readonly isServed: (name: string) => boolean;
  /** Whom budgets bind, as the configuration has it now. */
  readonly spending: () => SpendingSettings;
  /** What those who are made have by default and at most, as the configuration has it now. */
  readonly made: () => GatewayConfig['made'];
  /** What callbacks of keys and teams are read and sealed with. */
  readonly callbacks: CallbackPorts;
  /** Who is told of calls, as the configuration has it now. */
  readonly told: () => Callbacks;
}

export function managementPorts(gateway: Gateway): ManagementPorts {
  return {
    entities: gateway.entities,
    describe: (name) => askedModel(gateway.current.router, name),
    isServed: (name) => gateway.current.router.serves(name),
    spending: () => gateway.current.config.spending,
    made: () => gateway.current.config.made,
    callbacks: { reader: () => gateway.current.config.ownCallbacks, box: () => gateway.secrets.box },
    told: () => gateway.current.callbacks,
  };
}

/** Who makes or changes something, as it is written down. */
export function actorOf(caller: Caller): string {
  return caller instanceof VirtualKey ? (caller.userId ?? caller.keyId) : ADMINISTRATOR_ID;
}
