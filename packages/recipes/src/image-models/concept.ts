/** One picture, described once and rendered for every image model. Members may be empty where they do not apply. */
export interface ThumbnailConcept {
  readonly subject: string;
  readonly expression: string;
  readonly action: string;
  readonly setting: string;
  readonly composition: string;
  /** Where the subject is; text goes to the other side. */
  readonly focal_side: 'left' | 'center' | 'right';
  readonly lighting: string;
  readonly palette_hex: readonly string[];
  readonly style: string;
  readonly overlay_text: string;
  /** What shall not be seen. */
  readonly avoid: readonly string[];
}

/** The members that describe the picture in words. */
export const described = ['subject', 'expression', 'action', 'setting', 'composition', 'lighting', 'style'] as const;
export type DescribedMember = (typeof described)[number];

export const aspectRatios = ['16:9', '9:16', '1:1', '4:5', '4:3', '2:3'] as const;
export type AspectRatio = (typeof aspectRatios)[number];

/** `auto`: models that can draw text draw it, others leave room. `overlay`: all leave room. `none`: no text at all. */
export const textPolicies = ['auto', 'overlay', 'none'] as const;
type TextPolicy = (typeof textPolicies)[number];

export interface RenderRequest {
  readonly aspectRatio: AspectRatio;
  readonly textPolicy: TextPolicy;
  /** BCP-47, of the video: its words of absence count beside the English ones. */
  readonly language?: string;
  /** What goes last when a prompt is too long: the member in which a concept differs, the caller's own colours. */
  readonly essential?: readonly (DescribedMember | 'palette_hex')[];
  /** Concepts that differ in their words alone keep room for them in places of their own; 0 is the first. */
  readonly room?: number;
}

/** What an image model is sent. */
export interface RenderedPrompt {
  readonly model_family: ImageModelFamily;
  readonly prompt: string;
  readonly negative_prompt: string | null;
  readonly params: Readonly<Record<string, string | number | boolean>>;
  readonly length: { readonly value: number; readonly unit: string; readonly limit: number };
  readonly warnings: readonly string[];
}

export const imageModelFamilies = ['openai', 'gemini', 'ideogram', 'flux', 'midjourney', 'sdxl'] as const;
export type ImageModelFamily = (typeof imageModelFamilies)[number];
