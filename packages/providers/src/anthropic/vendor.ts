import type { Vendor } from '../kit/vendor.ts';

export const anthropicVendor: Vendor = { name: 'anthropic', title: 'Anthropic' };
