import type { Event, Told } from '../port/effects.ts';
import type { SceneRole, ScriptOutput } from './schema.ts';

/** A scene as it stands; one with the same id later replaces it. */
export type SceneEvent = Event<'scene', ScriptOutput['scenes'][number]>;

/** What a long script will tell, before its scenes are written. */
export type OutlineEvent = Event<'outline', Outline>;

export interface Outline {
  readonly title: string;
  /** One for each scene, with its share of the duration. */
  readonly beats: readonly { readonly role: SceneRole; readonly text: string; readonly seconds: number }[];
}

export type ScriptEvent = SceneEvent | OutlineEvent;

/** What is told while a script is written. */
export type ScriptTold = Told<ScriptEvent>;
