import type { Caller } from '@showrunner/access';
import type { FastifyReply } from 'fastify';
import { Lifetime } from '../../exchange/lifetime.ts';
import type { AnswerReceiver, OutgoingRequest } from '../../exchange/transports.ts';
import { ProviderError } from '@showrunner/providers';
import { parseMapping, type Mapping } from '../../json/mapping.ts';
import type { Gateway } from '../../serving/gateway.ts';
import type { SealedIds } from '../../stored/sealed-ids.ts';
import { addressAt, keeperById, keeperFor, noSuchThing, standingOf, type Keeper, type KeeperHints } from './keeper.ts';

/** Where a thing lies, and under which id. */
export interface Place {
  readonly keeper: Keeper;
  readonly vendorId: string;
}

/** What is asked of a vendor. */
export interface Question extends Pick<OutgoingRequest, 'method'> {
  /** OpenAI's, behind the version. */
  readonly path: string;
  readonly query?: URLSearchParams;
  readonly body?: OutgoingRequest['body'];
  readonly contentType?: string;
}

/** One kind of thing. */
export interface ThingKind {
  readonly kind: 'file' | 'batch';
  readonly noun: 'File' | 'Batch';
  readonly ids: SealedIds;
}

/** Asks vendors for files and batches, as whom they belong to, and tells their owners of them under ids of ours. */
export class VendorDesk {
  readonly #gateway: Gateway;
  readonly file: ThingKind;
  readonly batch: ThingKind;

  constructor(gateway: Gateway) {
    this.#gateway = gateway;
    this.file = { kind: 'file', noun: 'File', ids: gateway.kept.files };
    this.batch = { kind: 'batch', noun: 'Batch', ids: gateway.kept.batches };
  }

  /** Where new things go. Throws a 400 where nobody takes them. */
  keeperFor(hints: KeeperHints): Keeper {
    return keeperFor(hints, this.#gateway.current);
  }

  /**
   * Where a caller's thing lies. Throws a 404 for what is somebody else's, and for ids that were not given out here; those
   * an administrator may name, and who `allow_unmanaged_response_ids` lets.
   */
  find({ ids, noun }: ThingKind, id: string, caller: Caller, hints: KeeperHints): Place {
    const { current } = this.#gateway;
    const sealed = ids.open(id);
    const standing = standingOf(sealed, caller, current.config.access.allowsUnmanagedResponses);
    if (standing === 'unmanaged') return { keeper: keeperFor(hints, current), vendorId: id };
    const keeper = sealed && standing === 'theirs' ? keeperById(sealed.deploymentId, current) : undefined;
    if (!sealed || !keeper) throw noSuchThing(noun, id);
    return { keeper, vendorId: sealed.vendorId };
  }

  /** A thing of a vendor's as its owner gets it, written down for the lists. */
  async shown(
    { kind, ids }: ThingKind,
    object: Mapping,
    keeper: Keeper,
    { workspace: owner }: Caller,
  ): Promise<Mapping> {
    const idOf = (sealing: SealedIds, vendorId: unknown): unknown =>
      typeof vendorId === 'string' && vendorId !== ''
        ? sealing.seal({ owner, deploymentId: keeper.id, vendorId })
        : vendorId;
    const files = Object.fromEntries(
      FILE_MEMBERS.flatMap((name) => (name in object ? [[name, idOf(this.file.ids, object[name])] as const] : [])),
    );
    const id = String(idOf(ids, object.id));
    const shown = { ...object, ...(kind === 'batch' && files), id };
    await this.#gateway.kept.vendorThings
      .keep({ id, kind, owner, deploymentId: keeper.id, object: shown })
      .catch((error: unknown) =>
        this.#gateway.logger.warn({ error: String(error) }, 'an id of a vendor is not written down'),
      );
    return shown;
  }

  /** The vendor's answer, which is an object. Rejects with what it says against it. */
  ask(keeper: Keeper, question: Question, reply: FastifyReply): Promise<Mapping> {
    return this.#within(reply, (lifetime) =>
      this.#gateway.current.transports.ask(
        lifetime,
        outgoing(keeper, question),
        keeper.vendor,
        ({ status, headers, body }) => {
          const object = parseMapping(body.toString());
          if (!object) throw keeper.vendor.decodeError(status, headers, body);
          return object;
        },
      ),
    );
  }

  /** The vendor's answer as it comes. */
  stream(keeper: Keeper, question: Question, reply: FastifyReply, receiver: AnswerReceiver): Promise<void> {
    return this.#within(reply, (lifetime) =>
      this.#gateway.current.transports.stream(lifetime, outgoing(keeper, question), keeper.vendor, receiver),
    );
  }

  async #within<Result>(reply: FastifyReply, work: (lifetime: Lifetime) => Promise<Result>): Promise<Result> {
    const { current, underWay } = this.#gateway;
    const lifetime = new Lifetime(current.timeoutSeconds);
    underWay.add(lifetime);
    reply.raw.once('close', () => lifetime.clientLeft());
    try {
      return await work(lifetime);
    } catch (error) {
      throw ProviderError.isInstance(error) && lifetime.end ? lifetime.end : error;
    } finally {
      underWay.remove(lifetime);
    }
  }
}

/** Members of a batch that are ids of files. */
const FILE_MEMBERS = ['input_file_id', 'output_file_id', 'error_file_id'];

/** The same as it is sent. */
export function outgoing(keeper: Keeper, { method, path, query, body = '', contentType }: Question): OutgoingRequest {
  const { url, headers } = addressAt(keeper, path, query ?? new URLSearchParams());
  return {
    method,
    url,
    headers: { ...headers, ...(contentType !== undefined && { 'content-type': contentType }) },
    body,
  };
}
