import type { ProviderSettings, VendorRequest } from './call.ts';
import type { ProviderError } from './error.ts';
import type { VendorShelf } from './shelf.ts';
import type { VendorDescription } from './vendor.ts';
import type { Operations } from './operations.generated.ts';

/** Who is called, and as whom. */
export interface VendorCaller {
  /** The vendor's own model id. */
  readonly model: string;
  readonly settings: ProviderSettings;
}

/** A vendor reached over HTTP. */
export interface HttpVendor extends VendorDescription {
  readonly transport: 'http';
  readonly defaultApiBase: string | undefined;
  /** Reads a non-2xx answer, or an error object inside a 200. */
  decodeError(
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
    body: Uint8Array,
  ): ProviderError;
  /**
   * Proves who calls, where that takes more than a header that is known beforehand: a signature over the whole request,
   * or a token that has to be fetched. Rejects with a `ProviderError`.
   */
  readonly authorise?: (request: VendorRequest, caller: VendorCaller) => Promise<VendorRequest>;
  /** How requests in the vendor's own form are passed on to it, where it is not below its address with its key as a token. */
  readonly passage?: VendorPassage;
  /**
   * Whether the vendor keeps files and carries out batches: as OpenAI does, and where, if not below its address; or in a
   * way of its own.
   */
  readonly files?: {
    readonly url?: (path: string, settings: ProviderSettings) => string | undefined;
    readonly shelf?: VendorShelf;
  };
  /** Whether requests in another wire than OpenAI's are asked by responses where both will do: as LiteLLM asks OpenAI. */
  readonly prefersResponses?: true;
  /** Makes server-sent events of a stream whose frames are others. One function a stream, after `authorise`; it throws nothing. */
  readonly unframe?: () => (bytes: Uint8Array) => Uint8Array;
}

/** What differs between vendors where a request in a vendor's own form is passed on to it. */
export interface VendorPassage {
  /**
   * Where it goes; nothing where nobody has said where the vendor is.
   *
   * @param rest the path, as the vendor documents it, with its first slash
   */
  readonly url?: (rest: string, settings: ProviderSettings) => string | undefined;
  /** What proves who calls. */
  readonly headers?: (settings: ProviderSettings) => Record<string, string>;
  /** Whether `authorise` is over the body too, so that it has to be there whole. */
  readonly signsBody?: true;
}

/** A vendor that runs here, in a child process: the embedded model. */
export interface EmbeddedVendor extends VendorDescription {
  readonly transport: 'embedded';
  /** Starts what `model` needs, so that its first call need not wait; optional to call. */
  warm?(model: string, signal: AbortSignal): Promise<void>;
  /** Tags of the languages that a model was found fit to write; nothing where nobody measured it. */
  languages?(model: string): readonly string[] | undefined;
  /** Ends what the vendor started. */
  dispose(): Promise<void>;
}

/** A kind of call, by the name of its file in `spec/operations` and in the folders of vendors that have it. */
export type OperationKind = keyof Operations;

/** The kinds of call that a vendor has; a kind that is not there is one that it does not have. */
type OperationsOver<Transport extends keyof Operations[OperationKind]> = {
  readonly [Kind in OperationKind]?: Operations[Kind][Transport];
};

export type HttpProviderAdapter = HttpVendor & OperationsOver<'http'>;
export type EmbeddedProviderAdapter = EmbeddedVendor & OperationsOver<'embedded'>;
export type ProviderAdapter = HttpProviderAdapter | EmbeddedProviderAdapter;
