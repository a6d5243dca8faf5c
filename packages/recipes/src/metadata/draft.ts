import type { PlatformId } from '../platforms/platforms.ts';

/** What was written, before code fits it to each platform. */
export interface MetadataDraft {
  readonly titles: readonly { readonly text: string; readonly angle: string }[];
  /** Without links, chapters and hashtags. */
  readonly description: string;
  readonly tags: readonly string[];
  /** Texts for platforms that have a single one; the description serves where there is none. */
  readonly captions: Readonly<Partial<Record<PlatformId, string>>>;
  readonly localizations: Readonly<Record<string, { readonly title: string; readonly description: string }>>;
}
