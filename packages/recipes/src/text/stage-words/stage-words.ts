/**
 * The words of one language that stand in scripts and are not for the voice. Each member is the alternatives of a
 * regular expression without its brackets, matched in any case; an empty one has none.
 *
 * The rule for what belongs here: terms of the trade as script forms, caption guidelines for the deaf (sounds and
 * gestures in brackets) and models themselves write them. A word that people say with a colon after it ("Fazit:",
 * "Step 1:", "Conclusión:") is speech and no label.
 */
export interface StageWords {
  /** Who speaks, before a colon, also with a number: `Host 1:`. The label goes, what follows is spoken. */
  readonly speakers: string;
  /** Parts of a script before a colon, also with a number: `Intro:`, `Scene 2:`. */
  readonly sections: string;
  /** What a line is about that describes a picture or a sound: `Visual: close-up`. The whole line goes. */
  readonly lines: string;
  /** Those of all before that people speak of as well: `Music: the one language that needs no words.` */
  readonly subjects: string;
  /** Gestures and sounds of people; alone or with one or two words beside them: `laughs nervously`. */
  readonly cues: string;
  /** Sounds and pictures that are also subjects of films ("music"): in round brackets only alone. */
  readonly sounds: string;
  /** How a direction begins that says more: `cut to the market`. */
  readonly shots: string;
  /** What a placeholder names: `[Channel Name]`. */
  readonly blanks: string;
  /** How a placeholder asks to be filled: `[Insert …]`. */
  readonly inserts: string;
}
