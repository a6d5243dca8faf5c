import type { WebhookSecretView } from '@showrunner/contract';
import { ErrorTypes } from '@showrunner/errors';
import type { Secret } from '@showrunner/service';
import { makeSigningSecret } from '../../environment/signing-secret.ts';
import type { BesideOf } from '../../jobs/held-database.ts';
import type { WebhooksQuery, WebhookTables } from '../outbox/schema.ts';
import { takeTurn } from '../outbox/take-turn.ts';

/** How long a secret signs beside the one that took its place. */
const SIGNS_ON_MS = 86_400_000;
/** A rotation that was asked for twice, because its answer was lost, must not end what receivers still verify with. */
const MOST_EARLIER = 2;

/** The workspace whose secret the environment may give. */
const CONFIGURED_WORKSPACE = 'default';

interface KeptSecret {
  readonly secret: string;
  readonly created_at: string;
  readonly signs_until: string | null;
}

/** What the webhooks of each workspace are signed with. A secret is made when it is first needed. */
export class SigningSecrets {
  readonly #tables: WebhookTables;
  readonly #configured: Secret | undefined;

  /** @param configured that of `default`, which then cannot be rotated here */
  constructor(tables: WebhookTables, configured: Secret | undefined) {
    this.#tables = tables;
    this.#configured = configured;
  }

  /** All that sign now, the newest first. */
  async signing(workspace: string): Promise<readonly string[]> {
    const configured = this.#configuredFor(workspace);
    if (configured) return [configured.reveal()];
    const kept = await this.#tables.read((query) => keptOrMade(query, workspace));
    return kept.map(({ secret }) => secret);
  }

  async show(workspace: string): Promise<WebhookSecretView> {
    const configured = this.#configuredFor(workspace);
    if (configured) return { secret: configured.reveal(), created_at: null, also_signing: [] };
    return viewOf(await this.#tables.read((query) => keptOrMade(query, workspace)));
  }

  /** Makes a new secret, beside which the one before it signs for a day. */
  async rotate(workspace: string, beside?: BesideOf<WebhookSecretView>): Promise<WebhookSecretView> {
    if (this.#configuredFor(workspace)) throw configuredElsewhere();
    return this.#tables.write(async (transaction) => {
      const rotated = viewOf(await rotate(transaction, workspace));
      await beside?.(rotated)(transaction);
      return rotated;
    });
  }

  #configuredFor(workspace: string): Secret | undefined {
    return workspace === CONFIGURED_WORKSPACE ? this.#configured : undefined;
  }
}

async function keptOrMade(query: WebhooksQuery, workspace: string): Promise<KeptSecret[]> {
  const kept = await findSigning(query, workspace);
  if (kept.length > 0) return kept;
  await query
    .insertInto('webhook_secrets')
    .values({ workspace, number: 1, ...madeNow() })
    .onConflict((conflict) => conflict.columns(['workspace', 'number']).doNothing())
    .execute();
  return findSigning(query, workspace);
}

function findSigning(query: WebhooksQuery, workspace: string): Promise<KeptSecret[]> {
  return query
    .selectFrom('webhook_secrets')
    .select(['secret', 'created_at', 'signs_until'])
    .where('workspace', '=', workspace)
    .where((row) => row.or([row('signs_until', 'is', null), row('signs_until', '>', new Date().toISOString())]))
    .orderBy('number', 'desc')
    .execute();
}

async function rotate(transaction: WebhooksQuery, workspace: string): Promise<KeptSecret[]> {
  await takeTurn(transaction);
  await keptOrMade(transaction, workspace);
  const { newest } = await transaction
    .selectFrom('webhook_secrets')
    .select(({ fn }) => fn.max<number>('number').as('newest'))
    .where('workspace', '=', workspace)
    .executeTakeFirstOrThrow();
  await transaction
    .updateTable('webhook_secrets')
    .set({ signs_until: new Date(Date.now() + SIGNS_ON_MS).toISOString() })
    .where('workspace', '=', workspace)
    .where('number', '=', newest)
    .execute();
  await transaction
    .insertInto('webhook_secrets')
    .values({ workspace, number: newest + 1, ...madeNow() })
    .execute();
  await transaction
    .deleteFrom('webhook_secrets')
    .where('workspace', '=', workspace)
    .where('number', '<=', newest - MOST_EARLIER)
    .execute();
  return findSigning(transaction, workspace);
}

function madeNow(): KeptSecret {
  return { secret: makeSigningSecret(), created_at: new Date().toISOString(), signs_until: null };
}

function viewOf([newest, ...earlier]: readonly KeptSecret[]): WebhookSecretView {
  if (newest === undefined) throw new Error('A secret was made and is not there.');
  return {
    secret: newest.secret,
    created_at: newest.created_at,
    also_signing: earlier.map(({ created_at, signs_until }) => ({
      created_at,
      signs_until: signs_until ?? created_at,
    })),
  };
}

function configuredElsewhere(): Error {
  return ErrorTypes.BAD_REQUEST(
    'WEBHOOK_SECRET gives this secret: set another one there and restart every process, or take it away, then this server makes one that can be rotated.',
    { reason: 'conflict' },
    { status: 409 },
  );
}
