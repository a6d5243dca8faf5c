// Made by packages/client/scripts/generate-contract-types.ts from the contract. Do not edit.

export const recipeNames = ['script', 'script.revise', 'thumbnail-prompt', 'thumbnail-prompt.revise', 'metadata', 'metadata.revise', 'package'] as const;

export type RecipeName = (typeof recipeNames)[number];

/** Writes a video script whose narration fits the duration when spoken, scene by scene with pictures. */
export interface ScriptInput {
  /** What the video is about. */
  readonly prompt?: string;
  /** A text to make the script from: article, transcript, notes. */
  readonly source_text?: string;
  /** The points to cover, in order. */
  readonly outline?: readonly string[];
  /** How it should feel, in free words; a list is joined. */
  readonly style?: string | readonly string[];
  /** Anything the writer should know. */
  readonly context?: string | readonly string[];
  /** Seconds of finished speech: a number, "60 seconds" or "1:30". */
  readonly duration?: number | string;
  readonly audience?: string;
  readonly goal?: string;
  readonly platform?: "youtube" | "shorts" | "tiktok" | "reels" | "facebook" | "linkedin" | "x" | "threads" | "pinterest" | "bluesky" | "podcast";
  readonly format?: "educational" | "listicle" | "story" | "review" | "news" | "documentary" | "vlog" | "tutorial" | "ad";
  /** A BCP-47 tag or a name; that of the prompt when absent. */
  readonly language?: string;
  /** slow, normal, fast, or words a minute. */
  readonly pace?: "slow" | "normal" | "fast" | number;
  /** Measured speech of the voice in use: this many words (characters in Chinese, Japanese, Korean) took so many seconds. */
  readonly calibration?: {
    readonly units: number;
    readonly seconds: number;
  };
  readonly tone?: string | readonly string[];
  readonly hook_style?: string;
  /** What viewers shall do at the end. */
  readonly cta?: string;
  /** Has to stand in the narration letter by letter. */
  readonly must_include?: readonly string[] | string;
  /** May stand nowhere, whatever the case. */
  readonly avoid?: readonly string[] | string;
  readonly keywords?: readonly string[] | string;
  readonly sources?: readonly (string | {
    readonly id?: string;
    readonly title?: string;
    readonly url?: string;
    readonly text?: string;
  })[];
  /** The id of a stored one, or a voice itself. */
  readonly brand_voice?: string | {
    readonly name?: string;
    readonly description?: string;
    readonly rules?: readonly string[] | string;
    readonly banned_words?: readonly string[] | string;
    readonly samples?: readonly string[];
  };
  /** How many scenes; chosen by duration when absent. */
  readonly scenes?: number;
}

export interface Script {
  readonly id: string;
  readonly title: string;
  readonly hook: string;
  readonly logline: string;
  readonly language: string;
  readonly scenes: readonly ({
    readonly id: string;
    readonly role: "hook" | "setup" | "point" | "proof" | "turn" | "recap" | "cta";
    /** Exactly what is spoken. */
    readonly narration: string;
    readonly on_screen_text: string;
    readonly visual: string;
    readonly broll: readonly {
      /** A stock-footage query in English, whatever the language of the narration. */
      readonly query_en: string;
      readonly description: string;
      readonly image_prompt: string;
    }[];
    readonly delivery: {
      readonly pace: "slow" | "normal" | "fast";
      readonly emphasis: readonly string[];
    };
    readonly start_seconds: number;
    readonly end_seconds: number;
    readonly estimated_seconds: number;
  })[];
  /** All narration, scenes apart by a blank line. */
  readonly narration: string;
  readonly cta: string;
  readonly claims: readonly ({
    readonly text: string;
    /** One of the sources that were supplied, or null. */
    readonly source_id: string | null;
    /** No source was named that has its numbers and names; somebody has to look. */
    readonly needs_check: boolean;
    /** Whether somebody has looked: set by a patch. */
    readonly checked: boolean;
  })[];
  readonly duration: {
    readonly target: number;
    readonly estimated: number;
    /** What was counted and how it was turned into seconds. */
    readonly method: string;
    readonly rate: {
      readonly value: number;
      readonly unit: string;
    };
    /** A fraction of the target. */
    readonly tolerance: number;
    readonly within_tolerance: boolean;
  };
  readonly word_count: number;
  /** The whole as readable text. */
  readonly script: string;
}

/** Changes a script that is there: by an instruction, of which only what it touches is written anew, or by a JSON Patch without a model. */
export interface ScriptReviseInput {
  /** The job whose result is revised. */
  readonly job_id?: string;
  /** The result as data, in place of its job. */
  readonly script?: Readonly<Record<string, unknown>>;
  /** The request that it was made by, for a result that came as data: what it promises still holds. */
  readonly original?: Readonly<Record<string, unknown>>;
  /** What shall be different, in words. */
  readonly instruction?: string;
  /** A JSON Patch (RFC 6902) on the result, in place of an instruction: no model is asked. */
  readonly patch?: readonly Readonly<Record<string, unknown>>[];
  /** Your own last revision, whose place this patch takes. */
  readonly replaces?: string;
  /** The script that is revised, by its own id or its job. */
  readonly script_id?: string;
  /** The scenes that an instruction may change. */
  readonly scene_ids?: readonly string[];
  /** Seconds of speech from now on, where that is what shall change. */
  readonly duration?: number | string;
}

export interface ScriptRevise {
  readonly id: string;
  readonly title: string;
  readonly hook: string;
  readonly logline: string;
  readonly language: string;
  readonly scenes: readonly ({
    readonly id: string;
    readonly role: "hook" | "setup" | "point" | "proof" | "turn" | "recap" | "cta";
    /** Exactly what is spoken. */
    readonly narration: string;
    readonly on_screen_text: string;
    readonly visual: string;
    readonly broll: readonly {
      /** A stock-footage query in English, whatever the language of the narration. */
      readonly query_en: string;
      readonly description: string;
      readonly image_prompt: string;
    }[];
    readonly delivery: {
      readonly pace: "slow" | "normal" | "fast";
      readonly emphasis: readonly string[];
    };
    readonly start_seconds: number;
    readonly end_seconds: number;
    readonly estimated_seconds: number;
  })[];
  /** All narration, scenes apart by a blank line. */
  readonly narration: string;
  readonly cta: string;
  readonly claims: readonly ({
    readonly text: string;
    /** One of the sources that were supplied, or null. */
    readonly source_id: string | null;
    /** No source was named that has its numbers and names; somebody has to look. */
    readonly needs_check: boolean;
    /** Whether somebody has looked: set by a patch. */
    readonly checked: boolean;
  })[];
  readonly duration: {
    readonly target: number;
    readonly estimated: number;
    /** What was counted and how it was turned into seconds. */
    readonly method: string;
    readonly rate: {
      readonly value: number;
      readonly unit: string;
    };
    /** A fraction of the target. */
    readonly tolerance: number;
    readonly within_tolerance: boolean;
  };
  readonly word_count: number;
  /** The whole as readable text. */
  readonly script: string;
  /** The job that was revised; null for a result that came as data. */
  readonly revision_of: string | null;
  /** JSON Pointers of what changed, without what is derived. */
  readonly changed: readonly string[];
}

/** Designs thumbnail concepts that differ in one thing each, and words them for every image model asked for. */
export interface ThumbnailPromptInput {
  /** A script made here: its id or its job. */
  readonly script_id?: string;
  /** A script as data. */
  readonly script?: {
    readonly title?: string;
    /** BCP-47 or a name; one not known is as if absent. */
    readonly language?: string;
    readonly narration?: string;
    readonly script?: string;
    readonly scenes?: readonly {
      readonly narration?: string;
      readonly on_screen_text?: string;
      readonly start_seconds?: number;
      readonly end_seconds?: number;
      readonly [member: string]: unknown;
    }[];
    readonly duration?: {
      readonly estimated?: number;
      readonly [member: string]: unknown;
    };
    readonly [member: string]: unknown;
  };
  readonly script_content?: string;
  readonly content?: string;
  readonly title?: string;
  /** How it should look, in free words; a list is joined. */
  readonly style_preferences?: string | readonly string[];
  readonly keywords?: readonly string[] | string;
  /** The families of image models to word the concepts for. */
  readonly image_models?: readonly ("openai" | "gemini" | "ideogram" | "flux" | "midjourney" | "sdxl")[];
  /** auto: drawn where the model can; overlay: room is left; none: no text. */
  readonly text_policy?: "auto" | "overlay" | "none";
  /** The exact words on the picture. */
  readonly overlay_text?: string;
  /** Hex colours. */
  readonly brand_colours?: readonly string[];
  readonly aspect_ratio?: "16:9" | "9:16" | "1:1" | "4:5" | "4:3" | "2:3";
  /** What shall not be seen. */
  readonly avoid?: readonly string[] | string;
  readonly variants?: number;
  /** Of the words on the picture, a BCP-47 tag or a name; that of the content when absent. */
  readonly language?: string;
}

export interface ThumbnailPrompt {
  readonly concepts: readonly ({
    /** The one thing in which it differs from the first concept. */
    readonly variable: "baseline" | "overlay_text" | "subject" | "composition" | "expression" | "setting" | "lighting" | "action" | "style";
    readonly subject: string;
    readonly expression: string;
    readonly action: string;
    readonly setting: string;
    readonly composition: string;
    readonly focal_side: "left" | "center" | "right";
    readonly lighting: string;
    readonly palette_hex: readonly string[];
    readonly style: string;
    readonly overlay_text: string;
    readonly avoid: readonly string[];
    readonly prompts: readonly ({
      readonly model_family: "openai" | "gemini" | "ideogram" | "flux" | "midjourney" | "sdxl";
      readonly prompt: string;
      readonly negative_prompt: string | null;
      readonly params: Readonly<Record<string, string | number | boolean>>;
      readonly length: {
        readonly value: number;
        readonly unit: string;
        readonly limit: number;
      };
      readonly warnings: readonly string[];
    })[];
  })[];
  /** The first concept for the first image model. */
  readonly prompt: string;
  readonly style_tags: readonly string[];
}

/** Changes a thumbnail prompt that is there: by an instruction, of which only what it touches is written anew, or by a JSON Patch without a model. */
export interface ThumbnailPromptReviseInput {
  /** The job whose result is revised. */
  readonly job_id?: string;
  /** The result as data, in place of its job. */
  readonly thumbnail?: Readonly<Record<string, unknown>>;
  /** The request that it was made by, for a result that came as data: what it promises still holds. */
  readonly original?: Readonly<Record<string, unknown>>;
  /** What shall be different, in words. */
  readonly instruction?: string;
  /** A JSON Patch (RFC 6902) on the result, in place of an instruction: no model is asked. */
  readonly patch?: readonly Readonly<Record<string, unknown>>[];
  /** Your own last revision, whose place this patch takes. */
  readonly replaces?: string;
}

export interface ThumbnailPromptRevise {
  readonly concepts: readonly ({
    /** The one thing in which it differs from the first concept. */
    readonly variable: "baseline" | "overlay_text" | "subject" | "composition" | "expression" | "setting" | "lighting" | "action" | "style";
    readonly subject: string;
    readonly expression: string;
    readonly action: string;
    readonly setting: string;
    readonly composition: string;
    readonly focal_side: "left" | "center" | "right";
    readonly lighting: string;
    readonly palette_hex: readonly string[];
    readonly style: string;
    readonly overlay_text: string;
    readonly avoid: readonly string[];
    readonly prompts: readonly ({
      readonly model_family: "openai" | "gemini" | "ideogram" | "flux" | "midjourney" | "sdxl";
      readonly prompt: string;
      readonly negative_prompt: string | null;
      readonly params: Readonly<Record<string, string | number | boolean>>;
      readonly length: {
        readonly value: number;
        readonly unit: string;
        readonly limit: number;
      };
      readonly warnings: readonly string[];
    })[];
  })[];
  /** The first concept for the first image model. */
  readonly prompt: string;
  readonly style_tags: readonly string[];
  /** The job that was revised; null for a result that came as data. */
  readonly revision_of: string | null;
  /** JSON Pointers of what changed, without what is derived. */
  readonly changed: readonly string[];
}

/** Writes titles, descriptions, tags, hashtags and chapters within the limits of every platform asked for. */
export interface MetadataInput {
  /** A script made here: its id or its job. */
  readonly script_id?: string;
  /** A script as data. */
  readonly script?: {
    readonly title?: string;
    /** BCP-47 or a name; one not known is as if absent. */
    readonly language?: string;
    readonly narration?: string;
    readonly script?: string;
    readonly scenes?: readonly {
      readonly narration?: string;
      readonly on_screen_text?: string;
      readonly start_seconds?: number;
      readonly end_seconds?: number;
      readonly [member: string]: unknown;
    }[];
    readonly duration?: {
      readonly estimated?: number;
      readonly [member: string]: unknown;
    };
    readonly [member: string]: unknown;
  };
  /** What the video says. */
  readonly content?: string;
  /** The working title. */
  readonly title?: string;
  readonly platforms?: readonly ("youtube" | "shorts" | "tiktok" | "reels" | "facebook" | "linkedin" | "x" | "threads" | "pinterest" | "bluesky" | "podcast")[] | "youtube" | "shorts" | "tiktok" | "reels" | "facebook" | "linkedin" | "x" | "threads" | "pinterest" | "bluesky" | "podcast";
  /** The first one is the phrase to be found by. */
  readonly keywords?: readonly string[] | string;
  /** A BCP-47 tag or a name; that of the content when absent. */
  readonly language?: string;
  /** Languages to translate title and description into. */
  readonly locales?: readonly string[];
  /** Titles that new ones must differ from. */
  readonly previous_titles?: readonly string[];
  readonly links?: readonly string[];
  /** true makes them from the scenes of a script; a list of {start, title} ascends and is checked. */
  readonly chapters?: boolean | readonly ({
    readonly start: number | string;
    readonly title: string;
  })[];
  readonly audience?: string;
  readonly tone?: string | readonly string[];
  readonly cta?: string;
  /** May stand nowhere, whatever the case. */
  readonly avoid?: readonly string[] | string;
  /** How many titles. */
  readonly variants?: number;
}

export interface Metadata {
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly language: string;
  readonly platforms: Readonly<Record<string, {
    readonly titles: readonly {
      readonly text: string;
      readonly angle: string;
      /** 0 to 100, by a stated formula. */
      readonly score: number;
    }[];
    /** Where the platform has a title. */
    readonly title?: string;
    readonly description?: string;
    /** Where the platform has one text. */
    readonly caption?: string;
    readonly tags: readonly string[];
    readonly hashtags: readonly string[];
    readonly category_id: string | null;
    readonly chapters: readonly {
      readonly start_seconds: number;
      readonly title: string;
    }[];
    readonly localizations: Readonly<Record<string, {
      readonly title: string;
      readonly description: string;
    }>>;
    /** With `localizations`, what YouTube’s videos.insert takes as it is. */
    readonly snippet?: {
      readonly title: string;
      readonly description: string;
      readonly tags: readonly string[];
      readonly categoryId: string;
      readonly defaultLanguage: string;
      readonly defaultAudioLanguage: string;
    };
  }>>;
}

/** Changes a metadata that is there: by an instruction, of which only what it touches is written anew, or by a JSON Patch without a model. */
export interface MetadataReviseInput {
  /** The job whose result is revised. */
  readonly job_id?: string;
  /** The result as data, in place of its job. */
  readonly metadata?: Readonly<Record<string, unknown>>;
  /** The request that it was made by, for a result that came as data: what it promises still holds. */
  readonly original?: Readonly<Record<string, unknown>>;
  /** What shall be different, in words. */
  readonly instruction?: string;
  /** A JSON Patch (RFC 6902) on the result, in place of an instruction: no model is asked. */
  readonly patch?: readonly Readonly<Record<string, unknown>>[];
  /** Your own last revision, whose place this patch takes. */
  readonly replaces?: string;
}

export interface MetadataRevise {
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly language: string;
  readonly platforms: Readonly<Record<string, {
    readonly titles: readonly {
      readonly text: string;
      readonly angle: string;
      /** 0 to 100, by a stated formula. */
      readonly score: number;
    }[];
    /** Where the platform has a title. */
    readonly title?: string;
    readonly description?: string;
    /** Where the platform has one text. */
    readonly caption?: string;
    readonly tags: readonly string[];
    readonly hashtags: readonly string[];
    readonly category_id: string | null;
    readonly chapters: readonly {
      readonly start_seconds: number;
      readonly title: string;
    }[];
    readonly localizations: Readonly<Record<string, {
      readonly title: string;
      readonly description: string;
    }>>;
    /** With `localizations`, what YouTube’s videos.insert takes as it is. */
    readonly snippet?: {
      readonly title: string;
      readonly description: string;
      readonly tags: readonly string[];
      readonly categoryId: string;
      readonly defaultLanguage: string;
      readonly defaultAudioLanguage: string;
    };
  }>>;
  /** The job that was revised; null for a result that came as data. */
  readonly revision_of: string | null;
  /** JSON Pointers of what changed, without what is derived. */
  readonly changed: readonly string[];
}

/** Writes a script, and from it thumbnail concepts and metadata: everything that one video is published with. */
export interface PackageInput {
  readonly platforms?: readonly ("youtube" | "shorts" | "tiktok" | "reels" | "facebook" | "linkedin" | "x" | "threads" | "pinterest" | "bluesky" | "podcast")[] | "youtube" | "shorts" | "tiktok" | "reels" | "facebook" | "linkedin" | "x" | "threads" | "pinterest" | "bluesky" | "podcast";
  readonly keywords?: readonly string[] | string;
  /** A BCP-47 tag or a name; that of the prompt when absent. */
  readonly language?: string;
  /** Languages to translate title and description into. */
  readonly locales?: readonly string[];
  /** Titles that new ones must differ from. */
  readonly previous_titles?: readonly string[];
  readonly links?: readonly string[];
  /** true makes them from the scenes of a script; a list of {start, title} ascends and is checked. */
  readonly chapters?: boolean | readonly ({
    readonly start: number | string;
    readonly title: string;
  })[];
  readonly audience?: string;
  readonly tone?: string | readonly string[];
  /** What viewers shall do at the end. */
  readonly cta?: string;
  /** May stand nowhere, whatever the case. */
  readonly avoid?: readonly string[] | string;
  readonly variants?: number;
  /** How it should look, in free words; a list is joined. */
  readonly style_preferences?: string | readonly string[];
  /** The families of image models to word the concepts for. */
  readonly image_models?: readonly ("openai" | "gemini" | "ideogram" | "flux" | "midjourney" | "sdxl")[];
  /** auto: drawn where the model can; overlay: room is left; none: no text. */
  readonly text_policy?: "auto" | "overlay" | "none";
  /** The exact words on the picture. */
  readonly overlay_text?: string;
  /** Hex colours. */
  readonly brand_colours?: readonly string[];
  readonly aspect_ratio?: "16:9" | "9:16" | "1:1" | "4:5" | "4:3" | "2:3";
  /** What the video is about. */
  readonly prompt?: string;
  /** A text to make the script from: article, transcript, notes. */
  readonly source_text?: string;
  /** The points to cover, in order. */
  readonly outline?: readonly string[];
  /** How it should feel, in free words; a list is joined. */
  readonly style?: string | readonly string[];
  /** Anything the writer should know. */
  readonly context?: string | readonly string[];
  /** Seconds of finished speech: a number, "60 seconds" or "1:30". */
  readonly duration?: number | string;
  readonly goal?: string;
  readonly platform?: "youtube" | "shorts" | "tiktok" | "reels" | "facebook" | "linkedin" | "x" | "threads" | "pinterest" | "bluesky" | "podcast";
  readonly format?: "educational" | "listicle" | "story" | "review" | "news" | "documentary" | "vlog" | "tutorial" | "ad";
  /** slow, normal, fast, or words a minute. */
  readonly pace?: "slow" | "normal" | "fast" | number;
  /** Measured speech of the voice in use: this many words (characters in Chinese, Japanese, Korean) took so many seconds. */
  readonly calibration?: {
    readonly units: number;
    readonly seconds: number;
  };
  readonly hook_style?: string;
  /** Has to stand in the narration letter by letter. */
  readonly must_include?: readonly string[] | string;
  readonly sources?: readonly (string | {
    readonly id?: string;
    readonly title?: string;
    readonly url?: string;
    readonly text?: string;
  })[];
  /** The id of a stored one, or a voice itself. */
  readonly brand_voice?: string | {
    readonly name?: string;
    readonly description?: string;
    readonly rules?: readonly string[] | string;
    readonly banned_words?: readonly string[] | string;
    readonly samples?: readonly string[];
  };
  /** How many scenes; chosen by duration when absent. */
  readonly scenes?: number;
}

export interface Package {
  readonly script: {
    readonly id: string;
    readonly title: string;
    readonly hook: string;
    readonly logline: string;
    readonly language: string;
    readonly scenes: readonly ({
      readonly id: string;
      readonly role: "hook" | "setup" | "point" | "proof" | "turn" | "recap" | "cta";
      /** Exactly what is spoken. */
      readonly narration: string;
      readonly on_screen_text: string;
      readonly visual: string;
      readonly broll: readonly {
        /** A stock-footage query in English, whatever the language of the narration. */
        readonly query_en: string;
        readonly description: string;
        readonly image_prompt: string;
      }[];
      readonly delivery: {
        readonly pace: "slow" | "normal" | "fast";
        readonly emphasis: readonly string[];
      };
      readonly start_seconds: number;
      readonly end_seconds: number;
      readonly estimated_seconds: number;
    })[];
    /** All narration, scenes apart by a blank line. */
    readonly narration: string;
    readonly cta: string;
    readonly claims: readonly ({
      readonly text: string;
      /** One of the sources that were supplied, or null. */
      readonly source_id: string | null;
      /** No source was named that has its numbers and names; somebody has to look. */
      readonly needs_check: boolean;
      /** Whether somebody has looked: set by a patch. */
      readonly checked: boolean;
    })[];
    readonly duration: {
      readonly target: number;
      readonly estimated: number;
      /** What was counted and how it was turned into seconds. */
      readonly method: string;
      readonly rate: {
        readonly value: number;
        readonly unit: string;
      };
      /** A fraction of the target. */
      readonly tolerance: number;
      readonly within_tolerance: boolean;
    };
    readonly word_count: number;
    /** The whole as readable text. */
    readonly script: string;
  };
  readonly thumbnail: {
    readonly concepts: readonly ({
      /** The one thing in which it differs from the first concept. */
      readonly variable: "baseline" | "overlay_text" | "subject" | "composition" | "expression" | "setting" | "lighting" | "action" | "style";
      readonly subject: string;
      readonly expression: string;
      readonly action: string;
      readonly setting: string;
      readonly composition: string;
      readonly focal_side: "left" | "center" | "right";
      readonly lighting: string;
      readonly palette_hex: readonly string[];
      readonly style: string;
      readonly overlay_text: string;
      readonly avoid: readonly string[];
      readonly prompts: readonly ({
        readonly model_family: "openai" | "gemini" | "ideogram" | "flux" | "midjourney" | "sdxl";
        readonly prompt: string;
        readonly negative_prompt: string | null;
        readonly params: Readonly<Record<string, string | number | boolean>>;
        readonly length: {
          readonly value: number;
          readonly unit: string;
          readonly limit: number;
        };
        readonly warnings: readonly string[];
      })[];
    })[];
    /** The first concept for the first image model. */
    readonly prompt: string;
    readonly style_tags: readonly string[];
  } | null;
  readonly metadata: {
    readonly title: string;
    readonly description: string;
    readonly tags: readonly string[];
    readonly language: string;
    readonly platforms: Readonly<Record<string, {
      readonly titles: readonly {
        readonly text: string;
        readonly angle: string;
        /** 0 to 100, by a stated formula. */
        readonly score: number;
      }[];
      /** Where the platform has a title. */
      readonly title?: string;
      readonly description?: string;
      /** Where the platform has one text. */
      readonly caption?: string;
      readonly tags: readonly string[];
      readonly hashtags: readonly string[];
      readonly category_id: string | null;
      readonly chapters: readonly {
        readonly start_seconds: number;
        readonly title: string;
      }[];
      readonly localizations: Readonly<Record<string, {
        readonly title: string;
        readonly description: string;
      }>>;
      /** With `localizations`, what YouTube’s videos.insert takes as it is. */
      readonly snippet?: {
        readonly title: string;
        readonly description: string;
        readonly tags: readonly string[];
        readonly categoryId: string;
        readonly defaultLanguage: string;
        readonly defaultAudioLanguage: string;
      };
    }>>;
  } | null;
  readonly jobs: {
    /** The job of the part; null where it is missing or nothing is kept. */
    readonly script: string | null;
    /** The job of the part; null where it is missing or nothing is kept. */
    readonly "thumbnail-prompt": string | null;
    /** The job of the part; null where it is missing or nothing is kept. */
    readonly metadata: string | null;
  };
  /** Parts that could not be made although the script stands. */
  readonly missing: readonly ({
    readonly recipe: "thumbnail-prompt" | "metadata";
    readonly error: {
      readonly code: string;
      readonly message: string;
      readonly statusCode: number;
      readonly timestamp: string;
      readonly details: Readonly<Record<string, unknown>>;
    };
  })[];
}

/** All results when the request asked for more than one; the first is also the result itself. */
export type WithVariants<Output> = Output & { readonly variants?: readonly Output[] };

export interface RecipeTypes {
  readonly 'script': { readonly input: ScriptInput & GenerationOptions; readonly output: WithVariants<Script> };
  readonly 'script.revise': { readonly input: ScriptReviseInput & RevisionOptions; readonly output: WithVariants<ScriptRevise> };
  readonly 'thumbnail-prompt': { readonly input: ThumbnailPromptInput & GenerationOptions; readonly output: WithVariants<ThumbnailPrompt> };
  readonly 'thumbnail-prompt.revise': { readonly input: ThumbnailPromptReviseInput & RevisionOptions; readonly output: WithVariants<ThumbnailPromptRevise> };
  readonly 'metadata': { readonly input: MetadataInput & GenerationOptions; readonly output: WithVariants<Metadata> };
  readonly 'metadata.revise': { readonly input: MetadataReviseInput & RevisionOptions; readonly output: WithVariants<MetadataRevise> };
  readonly 'package': { readonly input: PackageInput & GenerationOptions; readonly output: WithVariants<Package> };
}

/** What every recipe takes beside its own input. */
export interface GenerationOptions {
  /** A model or model group of the gateway. */
  readonly model?: string;
  readonly temperature?: number;
  /** Makes choices reproducible, and the model where it can be. */
  readonly seed?: number;
  /** US dollars that the answer may cost. */
  readonly max_cost?: number;
  /** How many whole results that differ; all are in data.variants. */
  readonly variants?: number;
  /** Milliseconds until the request is given up: 120,000, and 120,000 more for each ten minutes of speech that are asked for; from 600,000 on for small models and for jobs. */
  readonly deadline_ms?: number;
  /** When on, a model writes in a language for which it was not found fit, with a finding; else that is 422 before anything is asked. */
  readonly allow_weak_language?: boolean;
  /** When on, a result that misses a target is GENERATION_FAILED instead of delivered with that finding. */
  readonly strict?: boolean;
  /** Server-sent events: start, progress, scene, part, check, then result or failed. */
  readonly stream?: boolean;
  /** When off, the model is asked again although an answer is kept. */
  readonly cache?: boolean;
  /** When off, no job is kept, so that no id can be used later. */
  readonly store?: boolean;
  /** When on, the answer is 202 with a job, stored before that; workers carry it out. */
  readonly async?: boolean;
  /** Where the end of the work is told (Standard Webhooks 1.0): the answer is 202 with a job. An http or https address on a public network. */
  readonly webhook_url?: string;
  /** The id of one, which fills in what the body leaves out. */
  readonly preset?: string;
  /** Comes back in meta and in the job. */
  readonly client_ref?: string;
}

/** The same of a revision, which is one result. */
export interface RevisionOptions {
  /** A model or model group of the gateway. */
  readonly model?: string;
  readonly temperature?: number;
  /** Makes choices reproducible, and the model where it can be. */
  readonly seed?: number;
  /** US dollars that the answer may cost. */
  readonly max_cost?: number;
  /** Milliseconds until the request is given up: 120,000, and 120,000 more for each ten minutes of speech that are asked for; from 600,000 on for small models and for jobs. */
  readonly deadline_ms?: number;
  /** When on, a model writes in a language for which it was not found fit, with a finding; else that is 422 before anything is asked. */
  readonly allow_weak_language?: boolean;
  /** When on, a result that misses a target is GENERATION_FAILED instead of delivered with that finding. */
  readonly strict?: boolean;
  /** Server-sent events: start, progress, scene, part, check, then result or failed. */
  readonly stream?: boolean;
  /** When off, the model is asked again although an answer is kept. */
  readonly cache?: boolean;
  /** When off, no job is kept, so that no id can be used later. */
  readonly store?: boolean;
  /** When on, the answer is 202 with a job, stored before that; workers carry it out. */
  readonly async?: boolean;
  /** Where the end of the work is told (Standard Webhooks 1.0): the answer is 202 with a job. An http or https address on a public network. */
  readonly webhook_url?: string;
  /** The id of one, which fills in what the body leaves out. */
  readonly preset?: string;
  /** Comes back in meta and in the job. */
  readonly client_ref?: string;
}

/** How an answer came to be: what served it, what it took, what was checked. */
export interface AnswerMeta {
  readonly request_id: string;
  /** Under which it can be had again; null with store: false. */
  readonly job_id: string | null;
  /** As the request gave it. */
  readonly client_ref: string | null;
  /** Null where no model is needed. */
  readonly model_requested: string | null;
  /** The one that served. */
  readonly model: string | null;
  readonly recipe: string;
  readonly recipe_version: string;
  readonly prompt_version: string;
  /** Questions put to the model. */
  readonly attempts: number;
  /** Rounds in which something was asked for again. */
  readonly repairs: number;
  readonly tokens: {
    readonly input: number;
    readonly output: number;
    readonly total: number;
  };
  /** US dollars; null where the price is not known. */
  readonly cost_usd: number | null;
  readonly cache_hit: boolean;
  readonly checks: readonly ({
    readonly name: string;
    readonly ok: boolean;
    /** What it means when it fails: no answer, an answer unless `strict`, or a report alone. */
    readonly severity: "must" | "target" | "report";
    /** What code did, where it failed first and code made it right. */
    readonly outcome?: "fixed" | "dropped" | "replaced";
    /** One sentence for people. */
    readonly message: string;
    readonly value: number | string | null;
    readonly limit: number | string | null;
    readonly unit: string;
    /** Where in the result: `scenes[2].narration`. */
    readonly path?: string;
    /** The words that code took out there. */
    readonly removed?: readonly string[];
    readonly scene_id?: string;
    /** Its index in data.variants, where there are several. */
    readonly variant?: number;
  })[];
  /** Members of the body that nobody knows, at most fifty. */
  readonly ignored: readonly string[];
  readonly duration_ms: number;
}

/** A piece of work and what came of it; plain answers are kept as jobs too. */
export interface Job {
  readonly id: string;
  readonly recipe: string;
  readonly state: "queued" | "running" | "succeeded" | "failed" | "cancelled";
  /** 1, and one more with each retry. */
  readonly run: number;
  /** How many times a worker has started it in this run. */
  readonly attempts: number;
  readonly progress: {
    readonly done: number;
    readonly total: number;
    readonly label: string;
  };
  /** Parts that could not be made, `{recipe, error}`; a retry goes on with them. */
  readonly missing: readonly unknown[];
  /** What the plain answer has in `meta`; null until there is one. */
  readonly meta: unknown;
  readonly error: {
    readonly code: "BAD_REQUEST" | "UNAUTHORIZED" | "FORBIDDEN" | "NOT_FOUND" | "VALIDATION_ERROR" | "RATE_LIMIT_EXCEEDED" | "INTERNAL_ERROR" | "GENERATION_FAILED" | "LLM_ERROR" | "SERVICE_UNAVAILABLE" | "GATEWAY_TIMEOUT";
    readonly message: string;
    readonly statusCode: number;
    readonly timestamp: string;
    /** What helps to fix it; for bad input, one issue for each thing that is wrong. */
    readonly details: {
      readonly issues?: readonly ({
        /** Where in the body: `scenes[0].narration`; empty for the body as a whole. */
        readonly path: string;
        readonly reason: string;
        readonly allowed: string | null;
      })[];
      readonly [member: string]: unknown;
    };
  } | null;
  readonly client_ref: string | null;
  /** What its owner calls it. */
  readonly label: string | null;
  /** Whether it stays until it is deleted. */
  readonly kept: boolean;
  /** What was chosen of the result, by index: `{"title": 1}`. */
  readonly choices: Readonly<Record<string, number>> | null;
  /** The job that it revises. */
  readonly revision_of: string | null;
  /** The first job of its chain of revisions, itself where there is none. */
  readonly root: string;
  readonly created_at: string;
  readonly started_at: string | null;
  readonly finished_at: string | null;
  /** When it will be removed; null while it lives or is kept. */
  readonly expires_at: string | null;
  /** The body as it was asked. */
  readonly input: unknown;
  /** What the plain answer has in `data`; null until there is one. */
  readonly result: unknown;
  /** What there is of the result while there is none; a retry goes on from it. */
  readonly partial: unknown;
}

/** A job as lists have it. */
export interface JobSummary {
  readonly id: string;
  readonly recipe: string;
  readonly state: "queued" | "running" | "succeeded" | "failed" | "cancelled";
  /** 1, and one more with each retry. */
  readonly run: number;
  /** How many times a worker has started it in this run. */
  readonly attempts: number;
  readonly progress: {
    readonly done: number;
    readonly total: number;
    readonly label: string;
  };
  /** Parts that could not be made, `{recipe, error}`; a retry goes on with them. */
  readonly missing: readonly unknown[];
  /** What the plain answer has in `meta`; null until there is one. */
  readonly meta: unknown;
  readonly error: {
    readonly code: "BAD_REQUEST" | "UNAUTHORIZED" | "FORBIDDEN" | "NOT_FOUND" | "VALIDATION_ERROR" | "RATE_LIMIT_EXCEEDED" | "INTERNAL_ERROR" | "GENERATION_FAILED" | "LLM_ERROR" | "SERVICE_UNAVAILABLE" | "GATEWAY_TIMEOUT";
    readonly message: string;
    readonly statusCode: number;
    readonly timestamp: string;
    /** What helps to fix it; for bad input, one issue for each thing that is wrong. */
    readonly details: {
      readonly issues?: readonly ({
        /** Where in the body: `scenes[0].narration`; empty for the body as a whole. */
        readonly path: string;
        readonly reason: string;
        readonly allowed: string | null;
      })[];
      readonly [member: string]: unknown;
    };
  } | null;
  readonly client_ref: string | null;
  /** What its owner calls it. */
  readonly label: string | null;
  /** Whether it stays until it is deleted. */
  readonly kept: boolean;
  /** What was chosen of the result, by index: `{"title": 1}`. */
  readonly choices: Readonly<Record<string, number>> | null;
  /** The job that it revises. */
  readonly revision_of: string | null;
  /** The first job of its chain of revisions, itself where there is none. */
  readonly root: string;
  readonly created_at: string;
  readonly started_at: string | null;
  readonly finished_at: string | null;
  /** When it will be removed; null while it lives or is kept. */
  readonly expires_at: string | null;
}

/** What can be said of a job; what is left out stays, null takes it away. */
export interface JobChanges {
  readonly kept?: boolean;
  readonly label?: string | null;
  readonly choices?: Readonly<Record<string, number>> | null;
}

/** Which jobs to list. */
export interface JobFilter {
  /** Words of the prompt, the title or the label. */
  readonly q?: string;
  readonly state?: "queued" | "running" | "succeeded" | "failed" | "cancelled";
  readonly recipe?: string;
  /** A date in UTC (`2026-03-29`) or an instant (`2026-03-29T01:00:00+02:00`); from the first on where absent. */
  readonly from?: string;
  /** A date, which is included, or an instant, which is not; to the last where absent. */
  readonly to?: string;
  /** The first job of a chain of revisions. */
  readonly root?: string;
  readonly kept?: "true" | "false";
  /** At most so many. */
  readonly limit?: number;
  /** `meta.next_cursor` of the page before. */
  readonly cursor?: string;
}

/** What can be asked for. */
export interface Recipe {
  /** As it stands in meta.recipe, jobs and scopes: `script`, `script.revise`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Changes when input or output do. */
  readonly version: string;
  /** Changes when what a model is asked does. */
  readonly prompt_version: string;
  /** Where it is asked for, with POST. */
  readonly path: string;
  /** A body that works as it stands. */
  readonly example: Readonly<Record<string, unknown>>;
  /** The JSON Schema (2020-12) of the body, with the options that every recipe has. */
  readonly input: Readonly<Record<string, unknown>>;
  /** That of the answer's data. */
  readonly output: Readonly<Record<string, unknown>>;
}

/** A model that can write. */
export interface ServedModel {
  /** What `model` in a request takes. */
  readonly name: string;
  /** One structured question, or small ones for a small model. */
  readonly strategy: "single" | "staged";
  /** US dollars a token, those of its dearest deployment; null where one's is not known. */
  readonly price: {
    readonly input: number;
    readonly output: number;
  } | null;
  /** Of one question; null where they are not known. */
  readonly limits: {
    readonly input_tokens: number | null;
    readonly output_tokens: number | null;
  };
  /** Tags of the languages in which it was found fit; absent where nobody measured. */
  readonly languages?: readonly string[];
}

/** What a request would ask and cost, where nothing has to be put right. */
export interface Estimate {
  /** Questions that would be put to the model. */
  readonly asks: number;
  readonly tokens: {
    readonly input: number;
    readonly output: number;
  };
  /** US dollars; null where the price is not known. */
  readonly cost_usd: number | null;
  /** At the speed at which the model answered last; null where it has not answered this server yet. */
  readonly seconds: number | null;
}

/** What an estimate is for. */
export interface EstimateMeta {
  readonly request_id: string;
  /** As the request gave it. */
  readonly client_ref: string | null;
  /** Null where no model is needed. */
  readonly model_requested: string | null;
  /** One structured question, or small ones for a small model. */
  readonly strategy: "single" | "staged";
  readonly recipe: string;
  readonly recipe_version: string;
  readonly prompt_version: string;
  /** Members of the body that nobody knows, at most fifty. */
  readonly ignored: readonly string[];
}

/** What a file is made of. */
export interface ExportInput {
  /** A script as data; only `scenes` is needed. */
  readonly script: {
    readonly title?: string;
    readonly logline?: string;
    /** BCP-47. */
    readonly language?: string;
    readonly cta?: string;
    readonly scenes: readonly {
      readonly id?: string;
      readonly role?: string;
      /** Who says it, for a screenplay; a narrator when absent. */
      readonly speaker?: string;
      readonly narration?: string;
      readonly on_screen_text?: string;
      readonly visual?: string;
      readonly broll?: readonly {
        readonly query_en?: string;
        readonly description?: string;
      }[];
      /** Not before the end of the scene before; there when absent. */
      readonly start_seconds?: number;
      /** As long as the narration takes to speak when absent. */
      readonly end_seconds?: number;
      readonly estimated_seconds?: number;
    }[];
    readonly claims?: readonly {
      readonly text: string;
      readonly needs_check?: boolean;
    }[];
  };
  /** Its metadata, for Markdown and YouTube. */
  readonly metadata?: {
    readonly title?: string;
    readonly description?: string;
    readonly tags?: readonly string[];
    readonly platforms?: Readonly<Record<string, {
      readonly snippet?: {
        readonly title: string;
        readonly description: string;
        readonly tags: readonly string[];
        readonly categoryId: string;
        readonly defaultLanguage?: string;
        readonly defaultAudioLanguage?: string;
        readonly [member: string]: unknown;
      };
      readonly localizations?: Readonly<Record<string, {
        readonly title: string;
        readonly description: string;
      }>>;
    }>>;
  };
}

/** What can be said about a file. */
export interface ExportOptions {
  /** csv: whether it begins with a byte order mark; it does unless this is false. */
  readonly bom?: boolean | "true" | "false";
  /** csv: what stands between cells; with semicolons numbers have a comma. */
  readonly separator?: "comma" | "semicolon";
  /** ssml: the most bytes of a document; a longer text is cut between sentences into several. */
  readonly max_bytes?: number;
  /** ssml: which of several documents; of at most 5000 bytes where max_bytes does not say. */
  readonly part?: number;
  /** Video makers: how the picture lies; theirs to choose when absent. */
  readonly orientation?: "portrait" | "landscape";
}

/** The same of a stored script. */
export interface JobExportOptions {
  /** csv: whether it begins with a byte order mark; it does unless this is false. */
  readonly bom?: boolean | "true" | "false";
  /** csv: what stands between cells; with semicolons numbers have a comma. */
  readonly separator?: "comma" | "semicolon";
  /** ssml: the most bytes of a document; a longer text is cut between sentences into several. */
  readonly max_bytes?: number;
  /** ssml: which of several documents; of at most 5000 bytes where max_bytes does not say. */
  readonly part?: number;
  /** Video makers: how the picture lies; theirs to choose when absent. */
  readonly orientation?: "portrait" | "landscape";
  /** The job whose metadata belongs to the script. */
  readonly metadata?: string;
}

/** A file as data. */
export interface ExportedFile {
  readonly format: "markdown" | "srt" | "vtt" | "fountain" | "csv" | "narration" | "ssml" | "short-video-maker" | "moneyprinterturbo" | "youtube";
  readonly media_type: string;
  readonly filename: string;
  /** Its content, without a byte order mark. */
  readonly text: string;
  /** Whether the file itself begins with one. */
  readonly byte_order_mark: boolean;
  /** All documents, where a bound was given; `text` is the one that was asked for, else the first. */
  readonly parts: readonly string[] | null;
}

/** What is to be known of a file. */
export interface ExportMeta {
  /** What is to be known of the file; empty where all is well. */
  readonly checks: readonly ({
    readonly name: string;
    readonly ok: boolean;
    /** What it means when it fails: no answer, an answer unless `strict`, or a report alone. */
    readonly severity: "must" | "target" | "report";
    /** What code did, where it failed first and code made it right. */
    readonly outcome?: "fixed" | "dropped" | "replaced";
    /** One sentence for people. */
    readonly message: string;
    readonly value: number | string | null;
    readonly limit: number | string | null;
    readonly unit: string;
    /** Where in the result: `scenes[2].narration`. */
    readonly path?: string;
    /** The words that code took out there. */
    readonly removed?: readonly string[];
    readonly scene_id?: string;
    /** Its index in data.variants, where there are several. */
    readonly variant?: number;
  })[];
  /** Members of the body that nobody knows, at most fifty. */
  readonly ignored: readonly string[];
}

/** A named key, without its secret. */
export interface ApiKey {
  /** `key_…`: stays the same when the key is rotated. */
  readonly id: string;
  readonly name: string;
  /** The last four characters of the key. */
  readonly hint: string;
  readonly workspace: string;
  readonly scopes: readonly string[];
  readonly priority: number;
  readonly limits: {
    /** Requests of every kind. */
    readonly requests_per_minute: number | null;
    /** Generations under way at the same time: more that are waited for are refused, more jobs wait their turn. */
    readonly max_parallel: number | null;
    /** US dollars a day, which begins at midnight UTC. A model whose price is not known is refused. */
    readonly daily_cost_usd: number | null;
  };
  readonly created_at: string;
  /** The key that made it; `administrator` for that of the configuration. */
  readonly created_by: string;
  /** When it got the secret that it has now. */
  readonly rotated_at: string | null;
  readonly expires_at: string | null;
}

/** A key with its secret, which is shown once. */
export interface NewKey {
  /** `key_…`: stays the same when the key is rotated. */
  readonly id: string;
  readonly name: string;
  /** The last four characters of the key. */
  readonly hint: string;
  readonly workspace: string;
  readonly scopes: readonly string[];
  readonly priority: number;
  readonly limits: {
    /** Requests of every kind. */
    readonly requests_per_minute: number | null;
    /** Generations under way at the same time: more that are waited for are refused, more jobs wait their turn. */
    readonly max_parallel: number | null;
    /** US dollars a day, which begins at midnight UTC. A model whose price is not known is refused. */
    readonly daily_cost_usd: number | null;
  };
  readonly created_at: string;
  /** The key that made it; `administrator` for that of the configuration. */
  readonly created_by: string;
  /** When it got the secret that it has now. */
  readonly rotated_at: string | null;
  readonly expires_at: string | null;
  /** The key itself; it is shown this once. */
  readonly key: string;
}

/** A key to be made. */
export interface KeyInput {
  /** For people; need not be unique. */
  readonly name: string;
  /** What it may do. */
  readonly scopes: readonly ("generate:script" | "generate:script.revise" | "generate:thumbnail-prompt" | "generate:thumbnail-prompt.revise" | "generate:metadata" | "generate:metadata.revise" | "generate:package" | "generate:*" | "jobs:read" | "jobs:write" | "export" | "presets" | "usage:read" | "webhooks" | "admin")[];
  /** Which of the workspace’s queued jobs go first: 9 before 0. */
  readonly priority?: number;
  /** From when it is refused; null where it is not. */
  readonly expires_at?: string | null;
  /** Whose things it sees: `default` where absent. */
  readonly workspace?: string;
  /** What is absent is not limited. */
  readonly limits?: {
    /** Requests of every kind. */
    readonly requests_per_minute?: number | null;
    /** Generations under way at the same time: more that are waited for are refused, more jobs wait their turn. */
    readonly max_parallel?: number | null;
    /** US dollars a day, which begins at midnight UTC. A model whose price is not known is refused. */
    readonly daily_cost_usd?: number | null;
  };
}

/** What of a key is to be changed. */
export interface KeyChanges {
  /** For people; need not be unique. */
  readonly name?: string;
  /** What it may do. */
  readonly scopes?: readonly ("generate:script" | "generate:script.revise" | "generate:thumbnail-prompt" | "generate:thumbnail-prompt.revise" | "generate:metadata" | "generate:metadata.revise" | "generate:package" | "generate:*" | "jobs:read" | "jobs:write" | "export" | "presets" | "usage:read" | "webhooks" | "admin")[];
  /** Which of the workspace’s queued jobs go first: 9 before 0. */
  readonly priority?: number;
  /** What is absent stays; null takes a limit away. */
  readonly limits?: {
    /** Requests of every kind. */
    readonly requests_per_minute?: number | null;
    /** Generations under way at the same time: more that are waited for are refused, more jobs wait their turn. */
    readonly max_parallel?: number | null;
    /** US dollars a day, which begins at midnight UTC. A model whose price is not known is refused. */
    readonly daily_cost_usd?: number | null;
  };
  /** From when it is refused; null where it is not. */
  readonly expires_at?: string | null;
}

/** Which part of a list is wanted. */
export interface Page {
  /** At most so many. */
  readonly limit?: number;
  /** `meta.next_cursor` of the page before. */
  readonly cursor?: string;
}

/** Where a list goes on. */
export interface PageMeta {
  /** What `cursor` takes to go on; null at the end. */
  readonly next_cursor: string | null;
}

/** Members of a body that nobody knows. */
export interface IgnoredMeta {
  /** Members of the body that nobody knows, at most fifty. */
  readonly ignored: readonly string[];
}

/** What of a brand voice is to be changed. */
export interface BrandVoiceChanges {
  readonly name?: string;
  readonly description?: string;
  readonly rules?: readonly string[] | string;
  readonly banned_words?: readonly string[] | string;
  readonly samples?: readonly string[];
  /** Measured speech of the voice, as `calibration` takes it, by language. */
  readonly pace_by_language?: Readonly<Record<string, {
    readonly units: number;
    readonly seconds: number;
  }>>;
}

/** A brand voice to be kept. */
export interface BrandVoiceInput {
  readonly name: string;
  readonly description?: string;
  readonly rules?: readonly string[] | string;
  readonly banned_words?: readonly string[] | string;
  readonly samples?: readonly string[];
  /** Measured speech of the voice, as `calibration` takes it, by language. */
  readonly pace_by_language?: Readonly<Record<string, {
    readonly units: number;
    readonly seconds: number;
  }>>;
}

/** A stored brand voice. */
export interface BrandVoice {
  readonly name: string;
  readonly description?: string;
  readonly rules: unknown;
  readonly banned_words: unknown;
  readonly samples: readonly string[];
  readonly pace_by_language: Readonly<Record<string, {
    readonly units: number;
    readonly seconds: number;
  }>>;
  readonly id: string;
  readonly created_at: string;
  readonly changed_at: string;
}

/** What requests are filled in with. */
export interface Preset {
  /** For people; need not be unique. */
  readonly name: string;
  readonly recipe: "script" | "script.revise" | "thumbnail-prompt" | "thumbnail-prompt.revise" | "metadata" | "metadata.revise" | "package";
  /** Members of a body for the recipe; a request has only to bring what is left out. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly id: string;
  readonly created_at: string;
  readonly changed_at: string;
}

/** What of a preset is to be changed. */
export interface PresetChanges {
  /** For people; need not be unique. */
  readonly name?: string;
  readonly recipe?: "script" | "script.revise" | "thumbnail-prompt" | "thumbnail-prompt.revise" | "metadata" | "metadata.revise" | "package";
  /** Members of a body for the recipe; a request has only to bring what is left out. */
  readonly input?: Readonly<Record<string, unknown>>;
}

/** A preset to be kept. */
export interface PresetInput {
  /** For people; need not be unique. */
  readonly name: string;
  readonly recipe: "script" | "script.revise" | "thumbnail-prompt" | "thumbnail-prompt.revise" | "metadata" | "metadata.revise" | "package";
  /** Members of a body for the recipe; a request has only to bring what is left out. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** What was used, in the order of its groups. */
export interface Usage {
  readonly rows: readonly ({
    /** In UTC: `2026-03-29`. */
    readonly day?: string;
    /** Its id. */
    readonly key?: string;
    readonly recipe?: string;
    /** The one that served; null where none was needed. */
    readonly model?: string | null;
    readonly tokens: {
      readonly input: number;
      readonly output: number;
      readonly total: number;
    };
    /** US dollars, as far as they are known. */
    readonly cost_usd: number;
    /** Generations, not questions; each counts with its first one. */
    readonly count: number;
    /** Questions whose cost is not known, and not in `cost_usd`. */
    readonly unpriced: number;
  })[];
  readonly total: {
    readonly tokens: {
      readonly input: number;
      readonly output: number;
      readonly total: number;
    };
    /** US dollars, as far as they are known. */
    readonly cost_usd: number;
    /** Generations, not questions; each counts with its first one. */
    readonly count: number;
    /** Questions whose cost is not known, and not in `cost_usd`. */
    readonly unpriced: number;
  };
}

/** Which usage is wanted. */
export interface UsageFilter {
  /** A date in UTC (`2026-03-29`) or an instant (`2026-03-29T01:00:00+02:00`); from the first on where absent. */
  readonly from?: string;
  /** A date, which is included, or an instant, which is not; to the last where absent. */
  readonly to?: string;
  /** What each row is of, between commas: `day`, `key`, `recipe`, `model`. */
  readonly by?: string;
}

/** Many requests as one. */
export interface BatchInput {
  readonly items: readonly ({
    readonly recipe: "script" | "script.revise" | "thumbnail-prompt" | "thumbnail-prompt.revise" | "metadata" | "metadata.revise" | "package";
    /** The body that the recipe takes; `stream` and `async` mean nothing in it. */
    readonly input: Readonly<Record<string, unknown>>;
    /** Comes back in meta and in the job. */
    readonly client_ref?: string;
  })[];
  /** Titles that those of all items must differ from, beside what an item says itself. */
  readonly previous_titles?: readonly string[];
  /** Where it is told once that all items have ended. That of an item is told of that item. */
  readonly webhook_url?: string;
}

/** A batch with the states of its items. */
export interface Batch {
  readonly id: string;
  /** completed: every item has ended, well or not. */
  readonly state: "queued" | "running" | "completed";
  /** Items by their states; they add up to all of them. */
  readonly counts: {
    readonly queued: number;
    readonly running: number;
    readonly succeeded: number;
    readonly failed: number;
    readonly cancelled: number;
  };
  readonly created_at: string;
  /** When every item had ended for the first time. */
  readonly completed_at: string | null;
  readonly items: readonly ({
    readonly index: number;
    /** The job, with its result or its error; one that was removed is 404. */
    readonly job_id: string;
    readonly client_ref: string | null;
    readonly recipe: string;
    /** That of the job; its last one where that was removed. */
    readonly state: "queued" | "running" | "succeeded" | "failed" | "cancelled";
  })[];
}

/** A batch as lists have it. */
export interface BatchSummary {
  readonly id: string;
  /** completed: every item has ended, well or not. */
  readonly state: "queued" | "running" | "completed";
  /** Items by their states; they add up to all of them. */
  readonly counts: {
    readonly queued: number;
    readonly running: number;
    readonly succeeded: number;
    readonly failed: number;
    readonly cancelled: number;
  };
  readonly created_at: string;
  /** When every item had ended for the first time. */
  readonly completed_at: string | null;
}

/** One event on its way to one address, with all tries. */
export interface WebhookDelivery {
  /** The `webhook-id` of every try. */
  readonly id: string;
  readonly type: "job.succeeded" | "job.failed" | "job.cancelled" | "batch.completed" | "ping";
  readonly url: string;
  /** waiting for its next try, delivered, failed after the last, or held because its address is off. */
  readonly state: "waiting" | "delivered" | "failed" | "held";
  /** The job that it tells of. */
  readonly job_id: string | null;
  /** The batch that it tells of. */
  readonly batch_id: string | null;
  /** The version of the job or batch; null for a ping. */
  readonly sequence: number | null;
  /** The time of the event. */
  readonly created_at: string;
  readonly next_try_at: string | null;
  /** All tries, the first one first. */
  readonly attempts: readonly ({
    /** 1 for the first. */
    readonly number: number;
    /** Its time had come, or somebody asked for it. */
    readonly cause: "schedule" | "request";
    readonly started_at: string;
    readonly duration_ms: number;
    /** 2xx is delivered, 410 gone, 3xx redirected and not followed; refused was not called at all. */
    readonly outcome: "delivered" | "gone" | "redirected" | "rejected" | "refused" | "unreachable" | "timed_out";
    /** Null where there was no answer. */
    readonly status: number | null;
    readonly media_type: string | null;
    /** The first 1,000 characters of what the receiver answered. */
    readonly answer: string | null;
    /** Why it did not succeed. */
    readonly error: string | null;
  })[];
}

/** Which deliveries to list. */
export interface DeliveryFilter {
  /** At most so many. */
  readonly limit?: number;
  /** `meta.next_cursor` of the page before. */
  readonly cursor?: string;
  readonly state?: "waiting" | "delivered" | "failed" | "held";
  readonly job_id?: string;
}

/** Where to send a test. */
export interface WebhookTest {
  /** An http or https address on a public network. */
  readonly url: string;
}

/** What the webhooks of a workspace are signed with. */
export interface WebhookSecret {
  /** `whsec_` and base64: what a receiver verifies with. */
  readonly secret: string;
  /** Null where WEBHOOK_SECRET gives it. */
  readonly created_at: string | null;
  /** Earlier secrets that still sign, the newest first, at most two. */
  readonly also_signing: readonly {
    readonly created_at: string;
    readonly signs_until: string;
  }[];
}

/** How the server is; more with a key than without. */
export interface Health {
  readonly status: string;
  readonly [member: string]: unknown;
}

/** One check with its figure. */
export type Check = AnswerMeta['checks'][number];

/** How far a job is. */
export type JobState = Job['state'];

/** A format of files. */
export type ExportFormat = ExportedFile['format'];
