import type { Caller } from '@showrunner/access';
import type { Mapping } from '../../json/mapping.ts';
import { durationSeconds } from '../../litellm/duration.ts';
import type { ManagementPorts } from '../management-ports.ts';
import { readMembers } from '../members.ts';
import { writeKey } from './change-key.ts';
import { accessibleKey } from './key-access.ts';
import { asConflict } from './key-conflict.ts';
import { renewedKeyMembers } from './key-members.ts';
import { digestOf, keyName, newKey, ownKey } from './make-key.ts';
import { factsOf, shownKey } from './show-key.ts';

/**
 * Gives a key another secret: its id stays, and with it what limits it and what it has spent. Asked twice with the same
 * secret it answers the same. Throws a 400, 403 or 404.
 */
export async function renewKey(ports: ManagementPorts, caller: Caller, named: string, body: unknown): Promise<Mapping> {
  const { entities } = ports;
  const { key: _named, new_key: given, grace_period: grace, ...read } = readMembers(body, renewedKeyMembers);
  const key = await accessibleKey(entities, caller, named, '/key/regenerate');
  const changed = await writeKey(ports, caller, key, read);
  const secret = given === undefined || given === null ? newKey() : ownKey(given, 'new_key');
  const graceSeconds = durationSeconds(grace);
  const formerUntil = graceSeconds === undefined ? undefined : Date.now() + graceSeconds * 1000;
  const digest = digestOf(secret);
  const present = await entities.digestsOf([key.id]);
  if (present.get(key.id) !== digest) {
    await entities
      .change(async (writer) => {
        await writer.setDigest(key.id, digest, formerUntil);
        const rotations = Number(changed.settings.rotation_count ?? 0) + 1;
        const renewed = {
          key_name: keyName(secret),
          rotation_count: rotations,
          last_rotation_at: new Date().toISOString(),
        };
        await writer.update(key, { settings: { ...changed.settings, ...renewed } });
      })
      .catch((error: unknown) => {
        throw asConflict(error);
      });
  }
  const entity = (await entities.find(key)) ?? changed;
  return { key: secret, token: digest, token_id: digest, ...shownKey(entity, await factsOf(ports.entities, [entity])) };
}
