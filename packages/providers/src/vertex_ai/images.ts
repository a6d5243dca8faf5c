import { imagenImages } from '../gemini-wire/images.ts';
import { place } from './gemini-place.ts';

export const images = imagenImages(place);
