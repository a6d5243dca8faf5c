import { controlAddress } from '../control/address.ts';
import { isAlive } from '../process/process-identity.ts';
import { readState } from './state-file.ts';

/** Where the supervisor listens: where it said so while it lives, since its temporary folder may not be ours. */
export async function addressOf(dataFolder: string): Promise<string> {
  const recorded = readState(dataFolder);
  const lives = recorded?.supervisor !== undefined && (await isAlive(recorded.supervisor));
  return lives ? recorded.address : controlAddress(dataFolder);
}
