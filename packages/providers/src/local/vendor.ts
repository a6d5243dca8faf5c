import type { Vendor } from '../kit/vendor.ts';

export const vendor: Vendor = { name: 'local', title: 'The local model' };
