import { loadLanguages, speakingSeconds, voiceFor } from '@showrunner/recipes/in-browser';

/** A picture of a scene, as a script has it. */
export interface ExportPicture {
  readonly query_en?: string | undefined;
  readonly description?: string | undefined;
}

/** A scene as a caller hands it over: of a script made here, or written by hand, where little of it need be there. */
export interface ExportScene {
  readonly id?: string | undefined;
  readonly role?: string | undefined;
  /** Who says it; a narrator where absent. */
  readonly speaker?: string | undefined;
  readonly narration?: string | undefined;
  readonly on_screen_text?: string | undefined;
  readonly visual?: string | undefined;
  readonly broll?: readonly ExportPicture[] | undefined;
  readonly start_seconds?: number | undefined;
  readonly end_seconds?: number | undefined;
  readonly estimated_seconds?: number | undefined;
}

/** What an export is made of; a script's result is one as it is. */
export interface ExportScript {
  readonly title?: string | undefined;
  readonly logline?: string | undefined;
  /** BCP-47. */
  readonly language?: string | undefined;
  readonly cta?: string | undefined;
  readonly scenes: readonly ExportScene[];
  readonly claims?: readonly { readonly text: string; readonly needs_check?: boolean | undefined }[] | undefined;
}

/** Metadata as far as exports read it; a metadata result is one as it is. */
export interface ExportMetadata {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly platforms?: Readonly<Partial<Record<string, ExportPlatform>>> | undefined;
}

export interface ExportPlatform {
  readonly snippet?: YouTubeSnippet | undefined;
  readonly localizations?: Readonly<Record<string, YouTubeLocalization>> | undefined;
}

/** As `videos.insert` of the YouTube Data API v3 takes it (developers.google.com/youtube/v3/docs/videos). */
export interface YouTubeSnippet {
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly categoryId: string;
  readonly defaultLanguage?: string | undefined;
  readonly defaultAudioLanguage?: string | undefined;
}

export interface YouTubeLocalization {
  readonly title: string;
  readonly description: string;
}

/** A scene with every member and its times in whole milliseconds, `start` not before the end of the one before. */
export interface Scene {
  readonly id: string;
  readonly role: string;
  readonly speaker: string;
  readonly narration: string;
  readonly onScreenText: string;
  readonly visual: string;
  readonly pictures: readonly { readonly query: string; readonly description: string }[];
  readonly start: number;
  readonly end: number;
}

/** A script as the formats read it. */
export interface TimedScript {
  readonly title: string;
  readonly logline: string;
  /** A canonical BCP-47 tag; `und` where the script has none, or what it has is none. */
  readonly language: string;
  readonly cta: string;
  readonly scenes: readonly Scene[];
  readonly claims: readonly { readonly text: string; readonly needsCheck: boolean }[];
}

/** Makes known what the script's language needs to be measured; awaited before a script is exported. */
export async function prepareExport({ language }: Pick<ExportScript, 'language'>): Promise<void> {
  await loadLanguages([canonicalTag(language)]);
}

/**
 * Reads what a caller has. Scenes without times get the time that their words take to speak, for which the script is
 * to be prepared (`prepareExport`).
 */
export function timedScript({ title, logline, language, cta, scenes, claims }: ExportScript): TimedScript {
  const tag = canonicalTag(language);
  return {
    title: title ?? '',
    logline: logline ?? '',
    language: tag,
    cta: cta ?? '',
    scenes: timedScenes(scenes, tag),
    claims: (claims ?? []).map(({ text, needs_check: needsCheck }) => ({ text, needsCheck: needsCheck ?? false })),
  };
}

function timedScenes(scenes: readonly ExportScene[], language: string): Scene[] {
  let now = 0;
  return scenes.map((scene, index) => {
    const start = Math.max(now, milliseconds(scene.start_seconds) ?? now);
    const end = milliseconds(scene.end_seconds) ?? start + spokenMilliseconds(scene, language);
    now = Math.max(start, end);
    return {
      id: scene.id ?? `scene-${index + 1}`,
      role: scene.role ?? '',
      speaker: scene.speaker ?? '',
      narration: scene.narration ?? '',
      onScreenText: scene.on_screen_text ?? '',
      visual: scene.visual ?? '',
      pictures: (scene.broll ?? []).map((one) => ({ query: one.query_en ?? '', description: one.description ?? '' })),
      start,
      end: now,
    };
  });
}

function spokenMilliseconds({ narration = '', estimated_seconds: estimated }: ExportScene, language: string): number {
  return milliseconds(estimated ?? estimatedSeconds(narration, language)) ?? 0;
}

/** How long a text takes to speak at a normal pace. */
export function estimatedSeconds(narration: string, language: string): number {
  return speakingSeconds(narration, voiceFor({ language, pace: 'normal' }));
}

function milliseconds(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : Math.max(0, Math.round(seconds * 1000));
}

function canonicalTag(language: string | undefined): string {
  try {
    return Intl.getCanonicalLocales(language ?? '')[0] ?? 'und';
  } catch {
    return 'und';
  }
}
