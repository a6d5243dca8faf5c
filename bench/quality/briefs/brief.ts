/** The languages in which a sentence embedding of sixteen languages and the briefs' writers are at home. */
export type BriefLanguage = 'en' | 'es' | 'de' | 'fr' | 'pt' | 'zh' | 'ja' | 'ar';

/** A video that somebody wants, as they would ask for it. */
export interface Brief {
  readonly id: string;
  readonly language: BriefLanguage;
  /** The topic in one line. */
  readonly prompt: string;
  /** What one expects to hear of: for the judge alone, who finds the meaning of a short topic more surely with it. */
  readonly about: string;
  /** Seconds. */
  readonly duration: number;
  readonly platform?: string;
  readonly format?: string;
  /** How many things the topic promises: five mistakes, three ways. */
  readonly count?: number;
  /** The brief with the same pair has a topic so near that a script can slip from one into the other. */
  readonly pair?: string;
  /** One of the twenty that each change is tried on. */
  readonly isCore?: true;
  readonly sources?: readonly { readonly id: string; readonly title: string; readonly text: string }[];
}
