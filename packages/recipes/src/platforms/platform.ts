import type { LengthUnit } from '../text/length/measure.ts';

/** A platform's limit on one text, in its own unit. */
export interface TextLimit {
  readonly maximum: number;
  readonly unit: LengthUnit;
  /** Where it stands; read on 2026-11-22 unless it says another day, "unconfirmed" ones are kept on the safe side. */
  readonly source: string;
}

/** All of them hold at once. */
export type TextLimits = readonly [TextLimit, ...TextLimit[]];

interface HashtagRule {
  /** More than this is refused or ignored by the platform. */
  readonly maximum: number;
  /** What we write. */
  readonly recommended: number;
  readonly source: string;
}

/** How long a video may be there. */
interface LengthLimit {
  readonly seconds: number;
  readonly source: string;
}

interface PlatformBase {
  readonly id: string;
  readonly name: string;
  /** Absent where none of the videos that can be asked for here is too long: YouTube takes 12 hours, Facebook 4, a podcast any. */
  readonly longest?: LengthLimit;
  readonly hashtags: HashtagRule;
  /** Whether a link in the text can be tapped. */
  readonly showsLinks: boolean;
  /** Whether `<` and `>` may stand in a text: YouTube's API refuses them, a podcast's feed reads them as HTML. */
  readonly takesAngles: boolean;
  /** What the writing should know about how people watch or read there. */
  readonly manner: string;
}

export interface TitledPlatform extends PlatformBase {
  readonly kind: 'titled';
  readonly titleLimits: TextLimits;
  readonly descriptionLimits: TextLimits;
}

export interface CaptionPlatform extends PlatformBase {
  readonly kind: 'caption';
  readonly captionLimits: TextLimits;
}

/** Either a title and a description, or one text with everything in it. */
export type Platform = TitledPlatform | CaptionPlatform;
