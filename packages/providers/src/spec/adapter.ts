import type { JsonObject } from '../kit/json.ts';
import type { ProviderSettings, VendorRequest } from './call.ts';
import type { ProviderError } from './error.ts';
import type { Errand, FileReading, FileToKeep, ShelfRequest } from './shelf.ts';
import type { Operations } from './operations.generated.ts';

/** What it takes to speak about a vendor. */
export interface Vendor {
  /** The prefix in `provider/model`, as LiteLLM writes it; also the name of the vendor's folder. */
  readonly name: string;
  /** How the vendor is called in messages, for example `OpenAI`. */
  readonly title: string;
}

/** What is true of a vendor whatever kind of call is made. */
export interface VendorDescription extends Vendor {
  /** Other prefixes that mean this vendor. */
  readonly aliases?: readonly string[];
  /** Model names that mean this vendor when no prefix is given, for example `gpt-5` or `claude-opus-5`. */
  readonly modelPatterns?: readonly RegExp[];
  /** Environment names that stand in for `api_key`, `api_base`, `api_version` and `organization`, in LiteLLM's order. */
  readonly environment: {
    readonly apiKey?: readonly string[];
    readonly apiBase?: readonly string[];
    readonly apiVersion?: readonly string[];
    readonly organization?: readonly string[];
  };
  /** Settings beside these that the vendor reads from `ProviderSettings.options`. */
  readonly options?: readonly VendorOption[];
  /** Whether a call without `apiKey` can work (local servers). */
  readonly keyRequired: boolean;
  /** Under which name the table of models knows one, where it may be written in several ways. */
  knownAs?(model: string): string;
  /** Why this of the vendor's models is not served here; nothing where it is. Default: all are. */
  refuses?(model: string): string | undefined;
}

/** A setting of a vendor's own, by its name in `litellm_params`. */
export interface VendorOption {
  readonly name: string;
  /** Environment names that stand in for it, in LiteLLM's order. */
  readonly variables: readonly string[];
  readonly isSecret: boolean;
}

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

/** Of whom something is asked, and as whom. */
export interface ShelfOwner {
  readonly vendor: HttpProviderAdapter;
  readonly settings: ProviderSettings;
  /** The vendor's own name of the model, where a model was named. */
  readonly model: string | undefined;
}

/**
 * How a vendor keeps files and carries out batches whose wire is not OpenAI's. Pure, as kinds of call are: it builds
 * requests and reads answers. Everything throws a `ProviderError`: a 400 for what the vendor cannot do.
 */
export interface VendorShelf {
  createFile(file: FileToKeep, owner: ShelfOwner): Errand;
  getFile(id: string, owner: ShelfOwner): Errand;
  deleteFile(id: string, owner: ShelfOwner): Errand;
  readFile(id: string, owner: ShelfOwner): FileReading;
  /** A line of a batch's requests in the vendor's form. Absent where batches are not made of files. */
  readonly requestOf?: (line: JsonObject, owner: ShelfOwner) => Promise<JsonObject> | JsonObject;
  /** @param batch OpenAI's members, `input_file_id` by the vendor's id */
  createBatch?(batch: JsonObject, owner: ShelfOwner): Errand;
  getBatch?(id: string, owner: ShelfOwner): Errand;
  cancelBatch?(id: string, owner: ShelfOwner): Errand;
  /** Proves who asks, where that takes more than the headers that a request has. */
  readonly authorise?: (request: ShelfRequest, owner: ShelfOwner) => Promise<ShelfRequest>;
}
